export interface paths {
    "/hooks/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a webhook of a connected system
         * @description Signed as the connection expects it (for a marketplace: Standard Webhooks). Answered when the message is durable; a redelivery of the same message is recognised. Anything but 2xx asks the sender to send it again.
         */
        post: operations["receive_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List reservations, newest first */
        get: operations["list_reservations"];
        put?: never;
        /** Hold units of a product for a while, all or none */
        post: operations["reserve_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reservations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reservation with all that belongs to it */
        get: operations["show_reservations"];
        put?: never;
        post?: never;
        /** Give held units back before their time */
        delete: operations["release_reservation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what lies at a location, with a reason */
        post: operations["adjust_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book goods in, on hand or for inspection */
        post: operations["receive_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move units between on hand, damaged and inspection, or write damaged ones off */
        post: operations["change_stock_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare balances with their ledger, reservations, allocations, transfers and places
         * @description Every difference is a defect or a change made behind the hub. The first `limit` of them are named.
         */
        get: operations["audit_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/atp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be promised of a product, from which day on
         * @description Cumulative with look-ahead: stock less promises and safety stock, and what is to come less what waits. Damaged units, units in inspection and transfers without a day of arrival never count.
         */
        get: operations["available_to_promise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By when so many units could be delivered, by stock, supply and the selling policy
         * @description Asking reserves nothing; POST /reservations does.
         */
        get: operations["promise_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/backorders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Order lines that wait for stock, with the day on which what is to come reaches them */
        get: operations["list_backorders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/valuation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the stock cost, by first in first out or by moving average, now or at an instant
         * @description Unit costs are whole minor units of the currency of your books. FIFO rounds nothing. Under the moving average, units that go take their share of the value, rounded half up; what is rounded off stays in the value, and the last unit takes all that is left.
         */
        get: operations["value_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move units within a location: put them away, into another bin, or into a lot */
        post: operations["move_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where to take units from: first expired first, in walking order. Nothing is moved */
        post: operations["plan_picks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bins, newest first */
        get: operations["list_bins"];
        /** Add a bin to a location, or change its zone and its place on the walk */
        put: operations["set_bin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bundles, newest first */
        get: operations["list_bundles"];
        /** Make a product a bundle of others; without components it is a product of its own again */
        put: operations["set_bundle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List units, newest first */
        get: operations["list_units"];
        /** Say how many base units one of another unit is, exactly */
        put: operations["set_unit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List incoming, newest first */
        get: operations["list_incoming"];
        put?: never;
        /** Say what is to come, where and on which day */
        post: operations["add_incoming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incoming/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incoming supply with all that belongs to it */
        get: operations["show_incoming"];
        /** Give what is to come another day or quantity */
        put: operations["change_incoming"];
        post?: never;
        /** Say that what has not come will not come */
        delete: operations["cancel_incoming"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/selling-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List selling policies, newest first */
        get: operations["list_selling_policies"];
        /** Say how a product is sold beyond its stock */
        put: operations["set_selling_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/safety-stocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List safety stocks, newest first */
        get: operations["list_safety_stocks"];
        /** Say how many units of a product at a location are never promised ahead */
        put: operations["set_safety_stock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List channel policies, newest first */
        get: operations["list_channel_policies"];
        /** Say what a channel is not shown: a buffer, given or computed, and a cap */
        put: operations["set_channel_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List publications, newest first */
        get: operations["list_publications"];
        put?: never;
        /** Tell a channel every level again, not only what changed */
        post: operations["republish_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List transfers, newest first */
        get: operations["list_transfers"];
        put?: never;
        /** Ask for units to go from one location to another */
        post: operations["open_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send units: all that is open, or the lines named */
        post: operations["send_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book what arrived, arrived broken, and is missing; in parts if need be */
        post: operations["receive_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up what was not sent yet */
        post: operations["cancel_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List counts, newest first */
        get: operations["list_counts"];
        put?: never;
        /** Open a count with a snapshot of the books */
        post: operations["open_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was found; a line counted again is corrected */
        post: operations["record_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply the variances to the stock as it is now, as differences */
        post: operations["approve_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a count without any effect */
        post: operations["cancel_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find orders, the last placed first; all that is given must hold
         * @description The search follows the orders within moments: within a second while the hub rests, later under load.
         */
        get: operations["search_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold, release, tag or cancel every order that a filter finds; each has its outcome */
        post: operations["bulk_orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an order costs, each cent of difference by its cause, and what is paid and due */
        get: operations["show_order_money"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an order from going to a warehouse */
        post: operations["hold_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a hold off; an order that nothing else holds goes on at once */
        post: operations["release_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel what of an order has not shipped, or some units of it; If-Match guards its version */
        post: operations["cancel_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the priority, the promised date and the tags of an order */
        post: operations["mark_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note into the history of an order */
        post: operations["note_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book goods of a purchase or production order that came in */
        post: operations["receive_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/pick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that the released work of an order is picked */
        post: operations["pick_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add, remove and change lines, the addresses and the shipping; totals and reserved stock follow */
        post: operations["edit_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an order of its own of some units that no warehouse works on yet */
        post: operations["split_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring other orders of the same buyer and address into this one */
        post: operations["merge_orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a file beside an order, of at most 5242880 bytes */
        post: operations["attach_to_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/attachments/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of a file beside an order */
        get: operations["read_attachment"];
        put?: never;
        post?: never;
        /** Take a file off an order; the history keeps that it was there */
        delete: operations["detach_from_order"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check items, prices, taxes, stock, address and duplicates of an order; findings may hold it */
        post: operations["validate_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The prices that orders are checked against, by SKU */
        get: operations["list_prices"];
        /** Set prices of the list that orders are checked against */
        put: operations["set_prices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/validation-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How orders are checked when they arrive, by channel */
        get: operations["list_validation_policies"];
        /** Say how orders of a channel are checked when they arrive */
        put: operations["set_validation_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every movement of the money of an order, and where the money is */
        get: operations["show_order_payments"];
        put?: never;
        /** Book a movement of money that has happened: a gift card, a card by telephone, a chargeback by letter */
        post: operations["record_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an authorization; pending until it is confirmed or its provider tells of it */
        post: operations["authorize_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a capture of what is authorized, all or a part */
        post: operations["capture_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that what is authorized be given free, all or a part */
        post: operations["void_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that money be paid back: for units of lines, for shipping, or by grace; never above what was captured */
        post: operations["refund_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a movement which was asked for has happened; the notice of its provider changes nothing then */
        post: operations["confirm_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a movement which was asked for did not happen, and why */
        post: operations["fail_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payment policies, newest first */
        get: operations["list_payment_policies"];
        /** Set when the hub captures at a provider by itself, and whether it asks again where an authorization ran out */
        put: operations["set_payment_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payouts, newest first */
        get: operations["list_payouts"];
        put?: never;
        /** Hold what a provider paid out against the ledger, line by line and as a sum */
        post: operations["book_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorize a return of units that left, within the policy or as a named exception */
        post: operations["open_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the carrier for a label from the buyer back; it is with the return once it is bought */
        post: operations["label_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book what came back, all that is expected or the units named; it is held for inspection */
        post: operations["receive_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{id}/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say in which condition goods came and what becomes of them */
        post: operations["inspect_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{id}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave goods that were to come with the buyer; they are settled all the same */
        post: operations["keep_returned_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Wait no longer for what has not come */
        post: operations["cancel_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the buyer what the goods are worth: money, a store credit, or other goods */
        post: operations["resolve_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/store-credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay an order with a store credit, as far as it goes */
        post: operations["use_store_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/return-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List return policies, newest first */
        get: operations["list_return_policies"];
        /** Set what is taken back, for how long and for which fee */
        put: operations["set_return_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List cases, newest first */
        get: operations["list_cases"];
        put?: never;
        /** Open a case with the first words of the buyer; it is to be answered and solved in time */
        post: operations["open_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a message of the buyer, to the buyer, or a note */
        post: operations["add_case_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Solve a case, close it, let it wait, or open it again */
        post: operations["move_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the case of a CRM, or another connected system, that this one is */
        post: operations["link_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/destination-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what an order comes to at a destination; each difference is named and closed by its policy */
        post: operations["state_destination_totals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/close-difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a difference that no policy closes, with the reason */
        post: operations["close_difference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closing-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set up to how much rounding is accepted at a destination, for each order */
        put: operations["set_closing_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closed-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the differences of a day were closed, by destination and cause */
        get: operations["report_closed_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the kinds of systems that can be connected */
        get: operations["list_connectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One kind of system with its certification */
        get: operations["show_connectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders, newest first */
        get: operations["list_orders"];
        put?: never;
        /**
         * Give the hub a canonical order
         * @description Stored durably before the answer and applied within moments; follow it at /api/v1/inbox/{id}.
         */
        post: operations["put_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with all that belongs to it */
        get: operations["show_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List stock, newest first */
        get: operations["list_stock"];
        put?: never;
        /**
         * Give the hub a canonical stock
         * @description Stored durably before the answer and applied within moments; follow it at /api/v1/inbox/{id}.
         */
        post: operations["put_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One stock level with all that belongs to it */
        get: operations["show_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List products, newest first */
        get: operations["list_products"];
        put?: never;
        /**
         * Give the hub a canonical product
         * @description Stored durably before the answer and applied within moments; follow it at /api/v1/inbox/{id}.
         */
        post: operations["put_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product with all that belongs to it */
        get: operations["show_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers, newest first */
        get: operations["list_customers"];
        put?: never;
        /**
         * Give the hub a canonical customer
         * @description Stored durably before the answer and applied within moments; follow it at /api/v1/inbox/{id}.
         */
        post: operations["put_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer with all that belongs to it */
        get: operations["show_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List locations, newest first */
        get: operations["list_locations"];
        put?: never;
        /** Add a place that holds stock */
        post: operations["add_location"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One location with all that belongs to it */
        get: operations["show_locations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List shipments, newest first */
        get: operations["list_shipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One shipment with all that belongs to it */
        get: operations["show_shipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List fulfillment orders, newest first */
        get: operations["list_fulfillment_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One fulfillment order with all that belongs to it */
        get: operations["show_fulfillment_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pick-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List pick lists, newest first */
        get: operations["list_pick_lists"];
        put?: never;
        /** Make pick lists of the work that waits at a location */
        post: operations["create_pick_lists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pick-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pick list with all that belongs to it */
        get: operations["show_pick_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List boxes, newest first */
        get: operations["list_boxes"];
        /** Add a box to the catalogue, or change the one with this code */
        put: operations["save_box"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One box with all that belongs to it */
        get: operations["show_boxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manifests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List manifests, newest first */
        get: operations["list_manifests"];
        put?: never;
        /** Put all that left a location with a carrier since the last time on a manifest, at the end of the day, and tell the carrier, where it is connected and closes its day */
        post: operations["close_manifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manifests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One manifest with all that belongs to it */
        get: operations["show_manifests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notices, newest first */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notice with all that belongs to it */
        get: operations["show_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connections, newest first */
        get: operations["list_connections"];
        put?: never;
        /** Connect a system; secrets are encrypted and never shown again */
        post: operations["add_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One connection with all that belongs to it */
        get: operations["show_connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List inbox, newest first */
        get: operations["list_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One inbox message with all that belongs to it */
        get: operations["show_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deliveries, newest first */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with all that belongs to it */
        get: operations["show_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer with all that belongs to it */
        get: operations["show_transfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One stock count with all that belongs to it */
        get: operations["show_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/selling-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One selling policy with all that belongs to it */
        get: operations["show_selling_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/safety-stocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One safety stock with all that belongs to it */
        get: operations["show_safety_stocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channel-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One channel policy with all that belongs to it */
        get: operations["show_channel_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One stock publication with all that belongs to it */
        get: operations["show_publications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One bin with all that belongs to it */
        get: operations["show_bins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bundles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One bundle with all that belongs to it */
        get: operations["show_bundles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit with all that belongs to it */
        get: operations["show_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List lots, newest first */
        get: operations["list_lots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lot with all that belongs to it */
        get: operations["show_lots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payments, newest first */
        get: operations["list_payments"];
        put?: never;
        /**
         * Give the hub a canonical payment
         * @description Stored durably before the answer and applied within moments; follow it at /api/v1/inbox/{id}.
         */
        post: operations["put_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One movement of money with all that belongs to it */
        get: operations["show_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment policy with all that belongs to it */
        get: operations["show_payment_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List returns, newest first */
        get: operations["list_returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One return with all that belongs to it */
        get: operations["show_returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with all that belongs to it */
        get: operations["show_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/return-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One return policy with all that belongs to it */
        get: operations["show_return_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/store-credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List store credits, newest first */
        get: operations["list_store_credits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/store-credits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One store credit with all that belongs to it */
        get: operations["show_store_credits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payout with all that belongs to it */
        get: operations["show_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List jobs, newest first */
        get: operations["list_jobs"];
        put?: never;
        /** Queue a planning or routing job on a file */
        post: operations["submit_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job with all that belongs to it */
        get: operations["show_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to pick a fulfillment order */
        post: operations["start_picking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/pick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm units as picked, or all that is still to pick */
        post: operations["confirm_pick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/short": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give units back that were not found: another location sends them, or they are backordered */
        post: operations["pick_short"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pick-lists/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book what was picked along a list, all or nothing */
        post: operations["confirm_pick_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pick-lists/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pick list to print, in walking order */
        get: operations["print_pick_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pick-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say in which bin a location keeps a product */
        put: operations["place_product"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/packing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which boxes to pack a fulfillment order into, and where each unit lies */
        get: operations["propose_packing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book packages; without any, the proposal for all that is picked */
        post: operations["pack_fulfillment_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/unpack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a package again, to pack its units anew */
        post: operations["unpack_package"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put labels on packages that were made elsewhere */
        post: operations["attach_labels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/request-label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the carrier for labels of what is ready, and leave the rest open */
        post: operations["request_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand over what is packed, or picked where nothing is packed; the rest stays open */
        post: operations["ship_fulfillment_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goods wait at the counter for their buyer */
        post: operations["ready_for_collection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/collect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer took the goods over the counter */
        post: operations["collect_fulfillment_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfillment-orders/{id}/not-collected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody came: the units are cancelled and lie in stock again */
        post: operations["return_uncollected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/product-sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how large a product is as it is packed, and on which sides it may lie */
        put: operations["size_product"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{id}/fulfillment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how the location with this code works: a warehouse, a store, or a supplier that is sent its orders */
        put: operations["set_location_fulfillment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packages/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a paper of a package: its slip, its customs form */
        post: operations["add_package_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/package-documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper of a package, as it was given */
        get: operations["show_package_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody has seen to a notice */
        post: operations["settle_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipments/{id}/tracking-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link under which the buyer sees where the shipment is; it is shown this once */
        post: operations["create_tracking_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sourcing/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sourcing rules with their versions, the newest of a name first */
        get: operations["list_sourcing_rules"];
        put?: never;
        /** Keep rules as the next version of their name; unchanged ones stay the version they are */
        post: operations["add_sourcing_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sourcing/rules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of sourcing rules, the last by default */
        get: operations["show_sourcing_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sourcing/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say everything that is wrong in rules, and keep nothing */
        post: operations["check_sourcing_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sourcing/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a version of rules decide for a channel, from the next batch of orders on */
        post: operations["activate_sourcing_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sourcing/deactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a channel go back to the rules of all channels, and these to the default */
        post: operations["deactivate_sourcing_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sourcing/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what rules may ask about a product: whether it is hazardous, and its temperature class */
        post: operations["describe_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/sourcing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the units of an order come from where they do: every decision, and each location in it */
        get: operations["explain_order_sourcing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a connection; its waiting work stays */
        post: operations["pause_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a connection; its waiting work stays */
        post: operations["resume_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a connection; its waiting work stays */
        post: operations["remove_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the system whether the credentials are good */
        post: operations["test_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the page where a user agrees to this connection; good for ten minutes */
        post: operations["authorize_connection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which of the hub's locations a system means by a key of its own */
        put: operations["map_location"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a parked, dead or ignored message again */
        post: operations["retry_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go through stored messages again, as if they came now; what is as it was changes nothing */
        post: operations["replay_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a refused delivery again */
        post: operations["retry_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a write of unknown outcome arrived */
        post: operations["resolve_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened, oldest first, as CloudEvents
         * @description Kept for thirty days. Ask again with `after`, the id of the last one, for those behind it; none is missed.
         */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, live, as server-sent events
         * @description Each event has its id; a client that comes back with Last-Event-ID goes on behind it without a gap.
         */
        get: operations["stream_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/replay-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a connection told again what happened since a time */
        post: operations["replay_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a job; one under way ends within a second */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole result of a job that is done, as a JSON file */
        get: operations["show_job_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask all carriers for their prices, and get an answer in time that says which are missing */
        post: operations["shop_rates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules by which the offers of carriers are compared, as they are in force */
        get: operations["show_shipping_rules"];
        put?: never;
        /** Put a new version of the rules in force; older ones are kept */
        post: operations["publish_shipping_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carrier-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a carrier for a pickup, call one off, close its day, or take a label back; done once, by the journal */
        post: operations["ask_carrier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carrier-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a request, with the carrier's answer and its papers */
        get: operations["show_carrier_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipments/{id}/void-label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the label of a shipment back at its carrier */
        post: operations["void_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manifests/{id}/close-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the carriers of a manifest what left, and get their own manifests back; the same again changes nothing */
        post: operations["close_carrier_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Received: {
            /** @description The key of the message in the inbox. */
            id: string;
            /** @description true when the same message had been received before. */
            duplicate: boolean;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            /** @description JSON pointer to the place in the request. */
            at?: string;
            next?: string;
        };
        Done: {
            /** @enum {boolean} */
            done: true;
        };
        /**
         * @example {
         *       "onHand": 40,
         *       "reserved": 2,
         *       "allocated": 5,
         *       "picked": 1,
         *       "damaged": 3,
         *       "quality": 0,
         *       "inTransit": 12,
         *       "overPromised": 0
         *     }
         */
        StockBalance: {
            onHand: number;
            reserved: number;
            allocated: number;
            picked: number;
            damaged: number;
            quality: number;
            inTransit: number;
            /** @description By how many units the promises now exceed what is on hand. */
            overPromised: number;
        };
        /**
         * @example {
         *       "sku": "MUG-01",
         *       "location": "main",
         *       "measure": "onHand",
         *       "against": "ledger",
         *       "balance": 41,
         *       "other": 40
         *     }
         */
        StockDifference: {
            sku: string;
            location: string;
            measure: string;
            /** @enum {string} */
            against: "ledger" | "reservations" | "allocations" | "transfers" | "on-hand";
            balance: number;
            other: number;
        };
        /**
         * @example {
         *       "sku": "MUG-01",
         *       "locations": [
         *         {
         *           "location": "main",
         *           "available": 12,
         *           "safetyStock": 2
         *         }
         *       ],
         *       "supply": [
         *         {
         *           "on": "2026-04-02",
         *           "quantity": 50,
         *           "location": "main",
         *           "reference": "PO-1042"
         *         }
         *       ],
         *       "overdue": [],
         *       "owed": 0,
         *       "steps": [
         *         {
         *           "from": "2026-03-31",
         *           "quantity": 10
         *         },
         *         {
         *           "from": "2026-04-02",
         *           "quantity": 60
         *         }
         *       ]
         *     }
         */
        Atp: {
            sku: string;
            locations: {
                location: string;
                available: number;
                safetyStock: number;
            }[];
            supply: {
                on: string;
                quantity: number;
                location: string;
                reference: string;
            }[];
            /** @description Supply whose day has passed: it counts for nothing until it has a new one. */
            overdue: {
                on: string;
                quantity: number;
            }[];
            /** @description Units of open orders that wait for stock. */
            owed: number;
            steps: {
                from: string;
                quantity: number;
            }[];
        };
        /**
         * @example {
         *       "sku": "MUG-01",
         *       "selling": "backorder",
         *       "units": [
         *         {
         *           "quantity": 10,
         *           "on": "2026-03-31",
         *           "from": "stock"
         *         },
         *         {
         *           "quantity": 20,
         *           "on": "2026-04-02",
         *           "from": "incoming"
         *         }
         *       ],
         *       "refused": 0
         *     }
         */
        StockPromise: {
            sku: string;
            /** @enum {string} */
            selling: "stock" | "backorder" | "preorder";
            units: {
                quantity: number;
                /** @description The day; null when it cannot be said. */
                on: string | null;
                /** @enum {string} */
                from: "stock" | "incoming" | "beyond";
            }[];
            /** @description Units that the policy does not allow to promise. */
            refused: number;
        };
        StockValuation: {
            /** @enum {string} */
            method: "fifo" | "average";
            products: number;
            /** @description Of all products. received = issued + revalued + value, to the minor unit. */
            total: {
                /** @description Owned: on hand, picked, damaged, in inspection or in transit, over all locations. */
                units: number;
                valueMinor: number;
                receivedMinor: number;
                issuedUnits: number;
                /** @description What the units cost that went: cost of goods sold, used and lost. */
                issuedMinor: number;
                /** @description What units cost more than they were issued at, because they went before they came. */
                revaluedMinor: number;
                /** @description Units that came without a cost; taken in at the last one known. */
                uncostedUnits: number;
            };
            items: {
                sku: string;
                /** @description Owned: on hand, picked, damaged, in inspection or in transit, over all locations. */
                units: number;
                valueMinor: number;
                receivedMinor: number;
                issuedUnits: number;
                /** @description What the units cost that went: cost of goods sold, used and lost. */
                issuedMinor: number;
                /** @description What units cost more than they were issued at, because they went before they came. */
                revaluedMinor: number;
                /** @description Units that came without a cost; taken in at the last one known. */
                uncostedUnits: number;
                averageMinor: number | null;
            }[];
        };
        /**
         * @example {
         *       "picks": [
         *         {
         *           "sku": "TEA-02",
         *           "bin": "A-01-2",
         *           "lot": "L2026-03",
         *           "expiresOn": "2026-09-30",
         *           "quantity": 6
         *         }
         *       ],
         *       "unplaced": []
         *     }
         */
        PickPlan: {
            picks: {
                sku: string;
                bin: string | null;
                lot: string | null;
                expiresOn: string | null;
                quantity: number;
            }[];
            unplaced: {
                sku: string;
                quantity: number;
            }[];
        };
        /**
         * @example {
         *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
         *       "version": 2
         *     }
         */
        ChangedStockRecord: {
            /** Format: uuid */
            id: string;
            version: number;
        };
        Order: {
            /** Format: uuid */
            id: string;
            reference: string;
            number: string;
            kind: string;
            channel: string;
            /** Format: uuid */
            connectionId: string;
            externalId: string;
            /** @enum {string} */
            state: "open" | "cancelled" | "closed";
            /** @description Derived from the line ledgers, the holds and the shipments. */
            status: string | null;
            holds: string[];
            paymentState: string;
            currency: string;
            grandMinor: number;
            priority: number;
            /** Format: date-time */
            promisedAt: string | null;
            /**
             * Format: date-time
             * @description Until when all of it should have left.
             */
            shipBy: string | null;
            /**
             * Format: date-time
             * @description While it waits to be sourced together with others: until when at the latest.
             */
            sourceBy: string | null;
            tags: string[];
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        OrderBulk: {
            outcomes: {
                /** Format: uuid */
                id: string;
                number: string;
                /** @enum {string} */
                outcome: "changed" | "unchanged" | "refused" | "found";
                code?: string;
                message?: string;
            }[];
            /** @description More orders are found by the filter than were touched. */
            hasMore: boolean;
        };
        OrderMoney: {
            currency: string;
            totals: {
                /** @description From quantities, unit prices, discounts and rates. */
                computed: {
                    linesMinor: number;
                    discountMinor: number;
                    shippingMinor: number;
                    taxMinor: number;
                    feesMinor: number;
                    roundingMinor: number;
                    grandMinor: number;
                };
                stated: {
                    linesMinor: number;
                    discountMinor: number;
                    shippingMinor: number;
                    taxMinor: number;
                    feesMinor: number;
                    roundingMinor: number;
                    grandMinor: number;
                };
                differences: {
                    /** @description The name of why they differ: tax-rounding, gift-card, order-discount-not-on-lines … */
                    cause: string;
                    /** @description JSON pointer into the document. */
                    at: string;
                    /** @description Added to each total that it touches, it leads from computed to stated. */
                    minor: number;
                    touches: string[];
                }[];
            };
            /** @description The source's own totals, when the order was changed here after them. */
            sourceTotals: {
                /** @description From quantities, unit prices, discounts and rates. */
                computed: {
                    linesMinor: number;
                    discountMinor: number;
                    shippingMinor: number;
                    taxMinor: number;
                    feesMinor: number;
                    roundingMinor: number;
                    grandMinor: number;
                };
                stated: {
                    linesMinor: number;
                    discountMinor: number;
                    shippingMinor: number;
                    taxMinor: number;
                    feesMinor: number;
                    roundingMinor: number;
                    grandMinor: number;
                };
                differences: {
                    /** @description The name of why they differ: tax-rounding, gift-card, order-discount-not-on-lines … */
                    cause: string;
                    /** @description JSON pointer into the document. */
                    at: string;
                    /** @description Added to each total that it touches, it leads from computed to stated. */
                    minor: number;
                    touches: string[];
                }[];
            } | null;
            settlement: {
                owedMinor: number;
                /** @description Authorized, and neither captured nor given free. */
                authorizedMinor: number;
                capturedMinor: number;
                refundedMinor: number;
                chargedBackMinor: number;
                /** @description Paid back beyond what is known to have been captured. */
                unmatchedMinor: number;
                /** @description To pay back. */
                refundDueMinor: number;
                /** @description To give free of an authorization. */
                voidDueMinor: number;
                /** @description Still to collect. */
                collectMinor: number;
            };
            /** @description What the systems that were told of the order make of it. */
            destinations: {
                connection: string;
                /** @description What it comes to there, before a rounding line of the hub. */
                grandMinor: number;
                linesMinor: number | null;
                shippingMinor: number | null;
                taxMinor: number | null;
                /** @description The rounding line there. */
                levelledMinor: number;
                oursMinor: number;
                /** @description They sum to grand less ours. */
                causes: {
                    cause: string;
                    minor: number;
                }[];
                /** @enum {string} */
                closing: "equal" | "rounding-line" | "accepted" | "operator" | "open";
                closedBy: string | null;
                note: string | null;
                /** Format: date-time */
                statedAt: string;
            }[];
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "version": 7,
         *       "events": [
         *         "OrderHeld"
         *       ]
         *     }
         */
        OrderChanged: {
            /** Format: uuid */
            id: string;
            /** @description The version after the change, for If-Match. */
            version: number;
            /** @description What happened to the order, in its order; none when it was so already. */
            events: string[];
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "version": 7,
         *       "events": [
         *         "OrderHeld"
         *       ]
         *     }
         */
        OrderSplit: components["schemas"]["OrderChanged"] & {
            /**
             * Format: uuid
             * @description The new order.
             */
            split: string;
            /** @description Its number. */
            number: string;
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "version": 7,
         *       "events": [
         *         "OrderHeld"
         *       ]
         *     }
         */
        OrderAttached: components["schemas"]["OrderChanged"] & {
            /** Format: uuid */
            attachment: string;
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "version": 7,
         *       "events": [
         *         "OrderHeld"
         *       ]
         *     }
         */
        OrderValidated: components["schemas"]["OrderChanged"] & {
            /** @description Everything that is wrong, at once. */
            findings: {
                /** @enum {string} */
                code: "unknown-sku" | "not-sellable" | "price-differs" | "tax-differs" | "total-differs" | "out-of-stock" | "address-missing" | "address-incomplete" | "country-unknown" | "subdivision-unknown" | "postal-code-malformed" | "phone-malformed" | "email-malformed" | "duplicate";
                /** @description JSON pointer into the document. */
                at: string;
                message: string;
            }[];
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "version": 4,
         *       "entries": [
         *         {
         *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
         *           "kind": "capture",
         *           "status": "pending",
         *           "amountMinor": 4990,
         *           "provider": "stripe"
         *         }
         *       ]
         *     }
         */
        MoneyMoved: {
            /**
             * Format: uuid
             * @description The order.
             */
            id: string;
            /** @description The order's version after it. */
            version: number;
            /** @description What began or changed; nothing when it was so already. */
            entries: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "authorization" | "capture" | "sale" | "void" | "expiry" | "refund" | "chargeback" | "chargeback-reversal";
                /** @enum {string} */
                status: "pending" | "succeeded" | "failed";
                amountMinor: number;
                provider: string;
            }[];
        };
        OrderPayments: {
            currency: string;
            sums: components["schemas"]["PaymentSums"];
            payments: {
                payment: string;
                provider: string;
                method: string;
                sums: components["schemas"]["PaymentSums"];
                entries: {
                    /** @description A uuid, or stated/… for what only the source of the order states. */
                    id: string;
                    /** @description Entries of one payment belong together. */
                    payment: string;
                    provider: string;
                    method: string;
                    /** @enum {string} */
                    kind: "authorization" | "capture" | "sale" | "void" | "expiry" | "refund" | "chargeback" | "chargeback-reversal";
                    /**
                     * @description pending: asked for, and not known to have happened.
                     * @enum {string}
                     */
                    status: "pending" | "succeeded" | "failed";
                    amountMinor: number;
                    /** @description The provider's own key of the movement. */
                    externalId: string | null;
                    /** Format: date-time */
                    at: string;
                    /** Format: date-time */
                    statedAt: string | null;
                    /** Format: date-time */
                    expiresAt: string | null;
                    /** @description The refund or the shipment that it belongs to. */
                    cause: string | null;
                    reason: string | null;
                }[];
            }[];
            refunds: components["schemas"]["Refund"][];
        };
        PaymentSums: {
            authorizedMinor: number;
            /** @description Authorized, and neither captured nor given free. */
            openMinor: number;
            capturedMinor: number;
            voidedMinor: number;
            expiredMinor: number;
            refundedMinor: number;
            chargedBackMinor: number;
            /** @description Captured, and neither refunded nor charged back. */
            keptMinor: number;
            /** @description Captured or ended beyond the authorizations that are known. */
            unauthorizedMinor: number;
            /** @description Paid back beyond what is known to have been captured. */
            unmatchedMinor: number;
            pendingCaptureMinor: number;
            pendingVoidMinor: number;
            pendingRefundMinor: number;
            pendingAuthorizationMinor: number;
        };
        Refund: {
            /** Format: uuid */
            id: string;
            /** @description lines + shipping + adjustment. */
            amountMinor: number;
            lines: {
                line: string;
                quantity: number;
                amountMinor: number;
            }[];
            shippingMinor: number;
            adjustmentMinor: number;
            /** Format: uuid */
            returnId: string | null;
            reason: string;
        };
        PayoutReport: {
            /** Format: uuid */
            id: string;
            summedMinor: number;
            differenceMinor: number;
            /** @description How many lines have which finding. */
            findings: {
                [key: string]: number;
            };
            open: {
                /** @example ch_3Nabc */
                externalId: string;
                /** @enum {string} */
                kind: "payment" | "refund" | "chargeback" | "chargeback-reversal" | "fee" | "adjustment";
                /**
                 * @description Signed as it changes the payout: a refund is negative.
                 * @example 4990
                 */
                amountMinor: number;
                /**
                 * @description Taken off the amount.
                 * @default 0
                 * @example 175
                 */
                feeMinor?: number;
                finding: string;
                /** Format: uuid */
                entry: string | null;
                ledgerMinor: number | null;
            }[];
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "number": "R17",
         *       "status": "authorized",
         *       "version": 1
         *     }
         */
        ReturnState: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            status: "authorized" | "partly-received" | "received" | "inspected" | "resolved" | "cancelled";
            /** @description For If-Match. */
            version: number;
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "number": "R17",
         *       "status": "authorized",
         *       "version": 1
         *     }
         */
        ResolvedReturn: components["schemas"]["ReturnState"] & {
            /** Format: uuid */
            refund: string;
            /** @description What the buyer got for the goods, after the fee. */
            amountMinor: number;
            exchange?: {
                /** Format: uuid */
                id: string;
                number: string;
                /** @description To be paid before it is sent. */
                collectMinor: number;
            };
            /** Format: uuid */
            credit?: string;
        };
        /**
         * @example {
         *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
         *       "number": "K12",
         *       "state": "open",
         *       "version": 1
         *     }
         */
        CaseChanged: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            state: "open" | "waiting" | "solved" | "closed";
            version: number;
        };
        ClosedDifferences: {
            day: string;
            rows: {
                connection: string;
                currency: string;
                /** @enum {string} */
                closing: "equal" | "rounding-line" | "accepted" | "operator" | "open";
                /** @description null for orders without a difference. */
                cause: string | null;
                orders: number;
                sumMinor: number;
                /** @description The differences without their sign. */
                absoluteMinor: number;
            }[];
        };
        Connector: {
            id: string;
            title: string;
            kind: string;
            apiVersion: string;
            docs: string;
            capabilities: string[];
            topics: string[];
            secretSettings: string[];
            certification: components["schemas"]["Certification"];
        };
        /** @description The report of its last certification. */
        Certification: {
            connector: string;
            apiVersion: string;
            /** @description Passed of those that apply: 58/58. */
            score: string;
            passed: number;
            failed: number;
            notApplicable: number;
            /** @description The ways of talking to the system that were tried. */
            variants: string[];
            /** @description Failures first, causes before consequences. */
            checks: {
                /** @description The area and the check: pull/ties. */
                id: string;
                /** @description What is claimed of the connector. */
                title: string;
                /** @enum {string} */
                result: "pass" | "fail" | "not-applicable";
                /** @description Why it failed, or does not apply. */
                reason?: string;
                evidence?: string[];
            }[];
        } | null;
        StockLevel: {
            id: string;
            sku: string;
            /** Format: uuid */
            productId: string;
            location: string;
            /** Format: uuid */
            locationId: string;
            onHand: number;
            reserved: number;
            allocated: number;
            picked: number;
            damaged: number;
            /** @description Held for inspection. */
            quality: number;
            /** @description On its way here by transfers. */
            inTransit: number;
            /** @description max(0, onHand − reserved − allocated). */
            available: number;
            /** Format: date-time */
            updatedAt: string;
        };
        Product: {
            /** Format: uuid */
            id: string;
            sku: string;
            gtin: string | null;
            title: string;
            weightGrams: number | null;
            hsCode: string | null;
            originCountry: string | null;
            isActive: boolean;
            /** Format: date-time */
            updatedAt: string;
        };
        Customer: {
            /** Format: uuid */
            id: string;
            name: string | null;
            email: string | null;
            phone: string | null;
            address: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            updatedAt: string;
        };
        Location: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            priority: number;
            address: {
                [key: string]: unknown;
            };
            isActive: boolean;
            /** Format: date-time */
            updatedAt: string;
        };
        Shipment: {
            /** Format: uuid */
            id: string;
            reference: string;
            /** Format: uuid */
            orderId: string;
            /** Format: uuid */
            locationId: string;
            /** Format: uuid */
            fulfillmentOrderId: string | null;
            /**
             * @description report when another system sent it and said so.
             * @enum {string}
             */
            origin: "hub" | "report";
            /** Format: uuid */
            manifestId: string | null;
            carrier: string | null;
            service: string | null;
            status: string;
            lines: {
                [key: string]: unknown;
            }[];
            /** Format: date-time */
            shippedAt: string;
            /** Format: date-time */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @description When its carrier expects to deliver it.
             */
            predictedAt: string | null;
            /** Format: date-time */
            lateSince: string | null;
            packages: {
                [key: string]: unknown;
            }[] | null;
        };
        FulfillmentOrder: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            orderId: string;
            orderNumber: string;
            location: string;
            /** Format: uuid */
            locationId: string;
            /** @enum {string} */
            method: "ship" | "collect" | "drop-ship";
            /** @enum {string} */
            state: "released" | "picking" | "picked" | "packed" | "labelled" | "ready" | "shipped" | "cancelled";
            lines: components["schemas"]["FulfillmentLine"][];
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of one record alone, and after its release. */
            events?: {
                version: number;
                type: string;
                actor: string;
                /** Format: date-time */
                at: string;
                inboxId: string | null;
                body: {
                    [key: string]: unknown;
                };
            }[];
            /** @description Of one record alone. */
            packages?: components["schemas"]["FulfillmentPackage"][];
        };
        FulfillmentLine: {
            /** Format: uuid */
            line: string;
            sku: string;
            /** @description Units to send; quantity + short + withdrawn is what was released. */
            quantity: number;
            picked: number;
            packed: number;
            shipped: number;
            /** @description Units that were not found and went back to sourcing. */
            short: number;
            /** @description Units that the order took back. */
            withdrawn: number;
        };
        FulfillmentPackage: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description null while it waits to be handed over.
             */
            shipmentId: string | null;
            box: string | null;
            weightGrams: number | null;
            lengthMm: number | null;
            widthMm: number | null;
            heightMm: number | null;
            trackingNumber: string | null;
            labelFormat: string | null;
            lines: {
                /** Format: uuid */
                line: string;
                quantity: number;
            }[] | null;
            documents: {
                /** Format: uuid */
                id: string;
                kind: string;
                format: string;
            }[];
        };
        PickList: {
            /** Format: uuid */
            id: string;
            number: string;
            location: string;
            /** Format: uuid */
            locationId: string;
            /** @enum {string} */
            strategy: "batch" | "wave" | "zone";
            zone: string | null;
            wave: string | null;
            /** @enum {string} */
            state: "open" | "done";
            version: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of one record alone, in walking order. */
            picks?: components["schemas"]["Pick"][];
        };
        Pick: {
            /** Format: uuid */
            id: string;
            fulfillmentOrder: string;
            /** Format: uuid */
            fulfillmentOrderId: string;
            /** Format: uuid */
            line: string;
            sku: string;
            title: string;
            bin: string | null;
            zone: string | null;
            /** @description The lot to take, first expired first. */
            lot: string | null;
            quantity: number;
            picked: number;
            short: number;
            /** @description Units still to pick; fewer when the order took some back. */
            left: number;
        };
        Box: {
            /** Format: uuid */
            id: string;
            code: string;
            lengthMm: number;
            widthMm: number;
            heightMm: number;
            maxGrams: number;
            tareGrams: number;
            costMinor: number;
            isActive: boolean;
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        Manifest: {
            /** Format: uuid */
            id: string;
            number: string;
            location: string;
            carrier: string;
            shipments: number;
            packages: number;
            weightGrams: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Of one record alone. */
            parcels?: {
                shipment: string;
                trackingNumber: string | null;
                weightGrams: number | null;
            }[];
        };
        Notice: {
            id: string;
            /** @enum {string} */
            kind: "late-delivery" | "unrecognised-tracking" | "not-collected" | "shipment-mismatch" | "authorization-expired" | "chargeback" | "payment-short" | "payment-mismatch" | "payout-difference" | "case-overdue" | "total-differs";
            subject: string;
            detail: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "open" | "settled";
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            settledAt: string | null;
            settledBy: string | null;
        };
        Connection: {
            /** Format: uuid */
            id: string;
            name: string;
            connector: string;
            /** @enum {string} */
            state: "active" | "paused" | "needs-auth";
            /** @description Without the secrets, which are never shown. */
            settings: {
                [key: string]: unknown;
            };
            fault: {
                [key: string]: unknown;
            } | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
        };
        InboxMessage: {
            id: string;
            /** Format: uuid */
            connectionId: string;
            messageId: string;
            topic: string;
            subject: string;
            /** @enum {string} */
            origin: "webhook" | "pull" | "api" | "file";
            /** @enum {string} */
            state: "received" | "applied" | "ignored" | "parked" | "dead";
            attempts: number | null;
            reason: string | null;
            fault: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            receivedAt: string;
        };
        Delivery: {
            id: string;
            /** Format: uuid */
            connectionId: string;
            operation: string;
            reference: string;
            /** Format: uuid */
            subject: string;
            /** @enum {string} */
            state: "prepared" | "sent" | "in-doubt" | "landed" | "refused" | "superseded" | "needs-operator";
            attempts: number;
            sends: number;
            fault: {
                [key: string]: unknown;
            } | null;
            receipt: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            settledAt: string | null;
        };
        Transfer: {
            /** Format: uuid */
            id: string;
            from: string;
            to: string;
            /**
             * @description Derived from the lines.
             * @enum {string}
             */
            status: "draft" | "partly-sent" | "in-transit" | "received" | "cancelled";
            expectedOn: string | null;
            note: string | null;
            lines: {
                sku: string;
                quantity: number;
                sent: number;
                received: number;
                damaged: number;
                lost: number;
                cancelled: number;
                inTransit: number;
            }[];
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        StockCount: {
            /** Format: uuid */
            id: string;
            location: string;
            /** @enum {string} */
            kind: "full" | "cycle";
            /** @enum {string} */
            status: "open" | "approved" | "cancelled";
            note: string | null;
            lines: number;
            counted: number;
            variances: number;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Reservation: {
            /** Format: uuid */
            id: string;
            sku: string;
            location: string;
            quantity: number;
            holder: string;
            /** @enum {string} */
            state: "held" | "released" | "expired" | "used";
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            createdAt: string;
        };
        IncomingSupply: {
            /** Format: uuid */
            id: string;
            sku: string;
            location: string;
            quantity: number;
            received: number;
            open: number;
            /** Format: date */
            dueOn: string;
            reference: string;
            unitCostMinor: number | null;
            /** @enum {string} */
            status: "open" | "received" | "cancelled";
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SellingPolicy: {
            /**
             * Format: uuid
             * @description Of the product.
             */
            id: string;
            sku: string;
            /** @enum {string} */
            selling: "stock" | "backorder" | "preorder";
            limit: number | null;
            leadDays: number | null;
            /** Format: date */
            availableOn: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        SafetyStock: {
            id: string;
            sku: string;
            location: string;
            quantity: number;
            /** Format: date-time */
            updatedAt: string;
        };
        ChannelPolicy: {
            /** Format: uuid */
            id: string;
            connection: string;
            sku: string | null;
            buffer: number;
            oversellProbability: number | null;
            cap: number | null;
            /** Format: date-time */
            updatedAt: string;
        };
        StockPublication: {
            id: string;
            connection: string;
            sku: string;
            /** @description The location's key at the channel. */
            place: string;
            /** @description What landed there last; null while a level is on its way. */
            quantity: number | null;
            sent: number;
            /** @description From the change here to the landing there. */
            lagSeconds: number | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description The buffer that was computed last. */
            buffer: {
                units: number;
                salesPerHour: number;
                lagSeconds: number;
                /** Format: date-time */
                computedAt: string;
            } | null;
        };
        Bin: {
            /** Format: uuid */
            id: string;
            location: string;
            code: string;
            zone: string | null;
            walk: number;
            isActive: boolean;
        };
        Bundle: {
            /** Format: uuid */
            id: string;
            sku: string;
            title: string;
            components: {
                sku: string;
                quantity: number;
            }[];
        };
        ProductUnit: {
            id: string;
            sku: string;
            code: string;
            numerator: number;
            denominator: number;
        };
        Lot: {
            /** Format: uuid */
            id: string;
            sku: string;
            code: string;
            isSerial: boolean;
            /** Format: date */
            expiresOn: string | null;
            /** @description On hand, over all locations. */
            quantity: number;
            /** Format: date-time */
            createdAt: string;
        };
        PaymentEntry: {
            /** @description A uuid, or stated/… for what only the source of the order states. */
            id: string;
            /** @description Entries of one payment belong together. */
            payment: string;
            provider: string;
            method: string;
            /** @enum {string} */
            kind: "authorization" | "capture" | "sale" | "void" | "expiry" | "refund" | "chargeback" | "chargeback-reversal";
            /**
             * @description pending: asked for, and not known to have happened.
             * @enum {string}
             */
            status: "pending" | "succeeded" | "failed";
            amountMinor: number;
            /** @description The provider's own key of the movement. */
            externalId: string | null;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            statedAt: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** @description The refund or the shipment that it belongs to. */
            cause: string | null;
            reason: string | null;
            /** Format: uuid */
            orderId: string;
            orderNumber: string;
            orderReference: string;
            currency: string;
            /** Format: date-time */
            createdAt: string;
        };
        PaymentPolicy: {
            /** Format: uuid */
            id: string;
            provider: string;
            /** @enum {string} */
            capture: "manual" | "shipment";
            isReauthorizing: boolean;
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        Return: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            orderId: string;
            orderNumber: string;
            /**
             * @description Derived from the lines.
             * @enum {string}
             */
            status: "authorized" | "partly-received" | "received" | "inspected" | "resolved" | "cancelled";
            /** @enum {string} */
            resolution: "refund" | "exchange" | "store-credit";
            /** @description Why the policy was passed over. */
            exception: string | null;
            note: string | null;
            location: string;
            lines: {
                /** Format: uuid */
                line: string;
                sku: string;
                /** @enum {string} */
                reason: "unwanted" | "wrong-size" | "wrong-item" | "not-as-described" | "defective" | "damaged" | "late" | "other";
                /**
                 * @description As the buyer says.
                 * @enum {string}
                 */
                condition: "new" | "opened" | "used" | "damaged";
                quantity: number;
                received: number;
                /** @description Left with the buyer. */
                kept: number;
                cancelled: number;
                restock: number;
                refurbish: number;
                scrap: number;
                supplier: number;
                /** @description The buyer has got something for them. */
                resolved: number;
            }[];
            trackingNumber: string | null;
            labelFormat: string | null;
            version: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of one return: the label for the buyer to print. */
            labelBase64?: string | null;
            /** @description Of one return: the refunds that were given for it. */
            refunds?: {
                [key: string]: unknown;
            }[];
            events?: {
                [key: string]: unknown;
            }[];
        };
        Case: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            kind: "complaint" | "question" | "claim";
            subject: string;
            /** @enum {string} */
            state: "open" | "waiting" | "solved" | "closed";
            /** @enum {string} */
            priority: "low" | "normal" | "high";
            /** Format: uuid */
            orderId: string | null;
            orderNumber: string | null;
            /** Format: uuid */
            returnId: string | null;
            /** @description The system whose case it is too. */
            connection: string | null;
            externalId: string | null;
            /** Format: date-time */
            answerDueAt: string;
            /** Format: date-time */
            answeredAt: string | null;
            /** Format: date-time */
            solveDueAt: string;
            /** Format: date-time */
            solvedAt: string | null;
            version: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of one case. */
            messages?: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                direction: "in" | "out" | "note";
                author: string;
                text: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        ReturnPolicy: {
            /** Format: uuid */
            id: string;
            channel: string | null;
            windowDays: number;
            conditions: ("new" | "opened" | "used" | "damaged")[];
            alwaysFor: ("unwanted" | "wrong-size" | "wrong-item" | "not-as-described" | "defective" | "damaged" | "late" | "other")[];
            feeBps: number;
            returnlessBelowMinor: number | null;
            version: number;
            /** Format: date-time */
            updatedAt: string;
        };
        StoreCredit: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            orderId: string;
            orderNumber: string;
            /** Format: uuid */
            returnId: string;
            currency: string;
            amountMinor: number;
            usedMinor: number;
            leftMinor: number;
            /** Format: date-time */
            createdAt: string;
        };
        Payout: {
            /** Format: uuid */
            id: string;
            provider: string;
            reference: string;
            currency: string;
            statedMinor: number;
            /** @description What the lines come to after fees. */
            summedMinor: number;
            /** @description stated less summed. */
            differenceMinor: number;
            feeMinor: number;
            lines: number;
            /** @description Lines that are not as the ledger has them. */
            open: number;
            /** Format: date-time */
            paidAt: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Of one payout: its lines, each with its finding. */
            payoutLines?: {
                [key: string]: unknown;
            }[];
            /** @description Of one payout: movements before it that no payout has had yet. */
            awaited?: {
                [key: string]: unknown;
            }[];
        };
        Job: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description From 0 to 1. */
            progress: number;
            note: string | null;
            /** @description The figures of the result; the whole of it is at /api/v1/jobs/{id}/result. */
            summary: {
                [key: string]: unknown;
            } | null;
            fault: {
                [key: string]: unknown;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        /** @description A canonical order. */
        OrderDocument: {
            /** @description The record's key in the system that sent it. */
            externalId: string;
            /** @description The number that people say: #1001. */
            number: string;
            /**
             * @default sales
             * @enum {string}
             */
            kind?: "sales" | "purchase" | "production";
            /**
             * @default online
             * @enum {string}
             */
            channel?: "online" | "marketplace" | "store" | "b2b" | "phone";
            /**
             * Format: date-time
             * @description RFC 3339 date-time with an offset; kept in UTC.
             */
            placedAt: string;
            /**
             * Format: date-time
             * @description The source's version of the record: an older one never overwrites a newer one.
             */
            updatedAt: string;
            /** @description ISO 4217 alphabetic code. */
            currency: string;
            /**
             * @description true when the prices contain the taxes.
             * @default false
             */
            taxesIncluded?: boolean;
            customer?: {
                /** @description The record's key in the system that sent it. */
                externalId?: string;
                email?: string;
                phone?: string;
                name?: string;
            };
            billingAddress?: {
                name?: string;
                company?: string;
                line1?: string;
                line2?: string;
                city?: string;
                postalCode?: string;
                /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                subdivision?: string;
                country?: string;
                phone?: string;
                email?: string;
            };
            shippingAddress?: {
                name?: string;
                company?: string;
                line1?: string;
                line2?: string;
                city?: string;
                postalCode?: string;
                /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                subdivision?: string;
                country?: string;
                phone?: string;
                email?: string;
            };
            /** @description Where the buyer collects the goods, or where those of a purchase order come in: the location's code, or its key in the system that sent the order. */
            collectAt?: string;
            /**
             * Format: date-time
             * @description Until when the source wants all of it to have left, such as an SLA.
             */
            shipBy?: string;
            /**
             * Format: date-time
             * @description When the source has promised it to the buyer, or when the goods of a purchase order are to come in.
             */
            deliverBy?: string;
            /** @description Who holds reservations for the order, such as its cart: it gets those units when it is placed. */
            holder?: string;
            lines: {
                /** @description The record's key in the system that sent it. */
                externalId: string;
                /** @description The seller's item key. */
                sku: string;
                /** @description GS1 Global Trade Item Number. */
                gtin?: string;
                title?: string;
                /** @description Units of the item's base unit. */
                quantity: number;
                /** @description Price of one unit before discounts, in whole currency units; may be finer than a cent. */
                unitPrice: string;
                /**
                 * @description All discounts that fall on this line, order discounts included.
                 * @default 0
                 */
                discountMinor?: number;
                /** @default [] */
                taxes?: {
                    title: string;
                    /** @description As a fraction: "0.19" is 19 percent. */
                    rate?: string;
                    /** @description Whole minor units of the document's currency. */
                    amountMinor: number;
                }[];
                /** @description quantity × unitPrice − discountMinor, as the source rounds it. */
                totalMinor: number;
                /**
                 * @description false for gift cards and services: reserves no stock.
                 * @default true
                 */
                requiresShipping?: boolean;
            }[];
            /** @default [] */
            shipping?: {
                title: string;
                code?: string;
                /** @description Whole minor units of the document's currency. */
                amountMinor: number;
                /**
                 * @description Whole minor units of the document's currency.
                 * @default 0
                 */
                discountMinor?: number;
                /** @default [] */
                taxes?: {
                    title: string;
                    /** @description As a fraction: "0.19" is 19 percent. */
                    rate?: string;
                    /** @description Whole minor units of the document's currency. */
                    amountMinor: number;
                }[];
            }[];
            /** @default [] */
            discounts?: {
                title: string;
                code?: string;
                /**
                 * @description What the discount was given on.
                 * @enum {string}
                 */
                scope: "line" | "order" | "shipping";
                /** @description Whole minor units of the document's currency. */
                amountMinor: number;
            }[];
            /** @default [] */
            payments?: {
                /** @description The record's key in the system that sent it. */
                externalId?: string;
                /** @description The way of paying, as the source names it: card, gift_card, invoice … */
                method: string;
                /** @enum {string} */
                kind: "authorization" | "capture" | "sale" | "void" | "refund";
                /** @enum {string} */
                status: "pending" | "succeeded" | "failed";
                /** @description Whole minor units of the document's currency. */
                amountMinor: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 date-time with an offset; kept in UTC.
                 */
                at?: string;
            }[];
            /**
             * @default pending
             * @enum {string}
             */
            paymentState?: "pending" | "authorized" | "paid" | "partially-refunded" | "refunded" | "voided";
            totals: {
                /** @description Sum of the lines' totalMinor, after discounts. */
                linesMinor: number;
                /** @description All discounts, shipping discounts included. */
                discountMinor: number;
                /** @description Shipping after its discounts. */
                shippingMinor: number;
                /** @description All taxes, whether included in the prices or added. */
                taxMinor: number;
                /**
                 * @description Tips, duties, surcharges.
                 * @default 0
                 */
                feesMinor?: number;
                /**
                 * @description What the source added or took to round the amount, by its own account.
                 * @default 0
                 */
                roundingMinor?: number;
                /** @description What the buyer owes for the order as placed. */
                grandMinor: number;
            };
            /**
             * Format: date-time
             * @description RFC 3339 date-time with an offset; kept in UTC.
             */
            cancelledAt?: string;
            cancelReason?: string;
            note?: string;
            /** @default [] */
            tags?: string[];
            /**
             * @description true for orders of the past: they reserve no stock and are sent nowhere.
             * @default false
             */
            history?: boolean;
        };
        /** @description A canonical product: one sellable item. */
        ProductDocument: {
            /** @description The record's key in the system that sent it. */
            externalId: string;
            /** @description The seller's item key. */
            sku: string;
            /** @description GS1 Global Trade Item Number. */
            gtin?: string;
            title: string;
            /** @default true */
            active?: boolean;
            weightGrams?: number;
            /** @description Its customs tariff number. */
            hsCode?: string;
            /** @description Where it is made. */
            originCountry?: string;
            /** @description The key under which the system tells levels of this product. */
            stockItem?: string;
            /**
             * Format: date-time
             * @description RFC 3339 date-time with an offset; kept in UTC.
             */
            updatedAt: string;
        };
        /** @description A canonical stock level. */
        StockDocument: {
            /** @description The seller's item key. */
            sku: string;
            /** @description The location's key in the system that sends or gets the document. */
            location: string;
            /** @description The item's key for stock in that system, where it differs from the SKU. */
            item?: string;
            quantity: number;
            /**
             * @description on-hand counts all units there; on-shelf leaves out those that were picked for orders; available leaves out what is promised.
             * @enum {string}
             */
            measure: "on-hand" | "on-shelf" | "available";
            /**
             * Format: date-time
             * @description The source's instant or version; an older level never overwrites a newer one.
             */
            asOf: string;
        };
        /** @description A canonical movement of money at a payment provider. */
        PaymentDocument: {
            /** @description The record's key in the system that sent it. */
            externalId: string;
            /** @description The order's key in the system that sent this, or the hub's reference of it. */
            orderExternalId: string;
            /** @description Who holds the money, where the sender speaks for another. */
            provider?: string;
            /** @description The payment that the movement belongs to: the key of its authorization or intent at the provider. */
            paymentExternalId?: string;
            /** @description The hub's own id of the movement, where the provider gives it back. */
            reference?: string;
            method: string;
            /**
             * @description A sale is an authorization and its capture in one.
             * @enum {string}
             */
            kind: "authorization" | "capture" | "sale" | "void" | "expiry" | "refund" | "chargeback" | "chargeback-reversal";
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            /** @description 0 only for a void of all that is open. */
            amountMinor: number;
            /** @description ISO 4217 alphabetic code. */
            currency: string;
            /**
             * Format: date-time
             * @description When it was as stated here: of two statements about one movement the later one counts.
             */
            at: string;
            /**
             * Format: date-time
             * @description Of an authorization: until when it can be captured.
             */
            expiresAt?: string;
            reason?: string;
        };
        /** @description A canonical customer. */
        CustomerDocument: {
            /** @description The record's key in the system that sent it. */
            externalId: string;
            name?: string;
            email?: string;
            phone?: string;
            address?: {
                name?: string;
                company?: string;
                line1?: string;
                line2?: string;
                city?: string;
                postalCode?: string;
                /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                subdivision?: string;
                country?: string;
                phone?: string;
                email?: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339 date-time with an offset; kept in UTC.
             */
            updatedAt: string;
        };
        FulfillmentState: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            state: "released" | "picking" | "picked" | "packed" | "labelled" | "ready" | "shipped" | "cancelled";
            /** @description For If-Match. */
            version: number;
        };
        UnitsOfLine: {
            /** @description The id of an order line. */
            line?: string;
            /** @description Instead of the line: its units are spread over the lines of this SKU. */
            sku?: string;
            quantity: number;
        };
        PackingProposal: {
            box: {
                code: string;
                lengthMm: number;
                widthMm: number;
                heightMm: number;
                maxGrams: number;
                tareGrams: number;
                costMinor: number;
            };
            /** @description Gross. */
            weightGrams: number;
            lines: {
                line: string;
                sku: string;
                quantity: number;
            }[];
            /** @description Where each unit lies, from the corner of the box. */
            placements: {
                sku: string;
                xMm: number;
                yMm: number;
                zMm: number;
                lengthMm: number;
                widthMm: number;
                heightMm: number;
            }[];
        }[];
        /**
         * @example {
         *       "name": "spring",
         *       "version": 3,
         *       "method": "exact",
         *       "createdAt": "2026-03-01T09:00:00.000Z",
         *       "createdBy": "planner",
         *       "activeFor": [
         *         "online"
         *       ]
         *     }
         */
        SourcingRulesVersion: {
            name: string;
            version: number;
            /** @enum {string} */
            method: "priority" | "greedy" | "exact";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description The channels for which this version decides; `*` for all others. */
            activeFor: string[];
        };
        /**
         * @example {
         *       "name": "spring",
         *       "version": 3,
         *       "method": "exact",
         *       "createdAt": "2026-03-01T09:00:00.000Z",
         *       "createdBy": "planner",
         *       "activeFor": [
         *         "online"
         *       ]
         *     }
         */
        SourcingRulesDocument: components["schemas"]["SourcingRulesVersion"] & {
            /** @description A set of sourcing rules. */
            document: {
                name: string;
                /**
                 * @description Of all amounts, in minor units.
                 * @default EUR
                 */
                currency?: string;
                /**
                 * @description priority: fewest locations, then their priority. greedy, exact: least cost by the scoring.
                 * @default priority
                 * @enum {string}
                 */
                method?: "priority" | "greedy" | "exact";
                /**
                 * @description By code.
                 * @default {}
                 */
                locations?: {
                    [key: string]: {
                        /**
                         * @description IANA time zone: Europe/Berlin.
                         * @default UTC
                         */
                        zone?: string;
                        /** @description Degrees, WGS 84. */
                        at?: {
                            latitude: number;
                            longitude: number;
                        };
                        /** @default [] */
                        groups?: string[];
                        /** @description Channels it serves; absent means all. */
                        channels?: ("online" | "marketplace" | "store" | "b2b" | "phone")[];
                        /** @description When it is open; absent means always. */
                        hours?: {
                            mon?: string[];
                            tue?: string[];
                            wed?: string[];
                            thu?: string[];
                            fri?: string[];
                            sat?: string[];
                            sun?: string[];
                        };
                        /**
                         * @description Local dates on which it does not open.
                         * @default []
                         */
                        closedOn?: string[];
                        /** @description Local time until which an order still leaves the same day; absent means the end of its hours. */
                        cutOff?: string | {
                            mon?: string;
                            tue?: string;
                            wed?: string;
                            thu?: string;
                            fri?: string;
                            sat?: string;
                            sun?: string;
                        };
                        /** @description Orders that may be sourced here on one local day. */
                        ordersPerDay?: number;
                        /** @description Units that may be sourced here on one local day. */
                        unitsPerDay?: number;
                        /** @description Units of each product that stay here whatever is ordered. */
                        keepUnits?: number;
                        /**
                         * @description Whether it may handle hazardous goods.
                         * @default false
                         */
                        hazardous?: boolean;
                        /**
                         * @default [
                         *       "ambient"
                         *     ]
                         */
                        temperatures?: ("ambient" | "chilled" | "frozen")[];
                    };
                };
                /**
                 * @description Where buyers are: the longest prefix of a postal code counts.
                 * @default []
                 */
                places?: {
                    country: string;
                    /** @default  */
                    postalPrefix?: string;
                    latitude: number;
                    longitude: number;
                }[];
                /**
                 * @description The first that fits counts.
                 * @default []
                 */
                rates?: {
                    /** @description Groups of locations it holds for; absent means all. */
                    groups?: string[];
                    /** @description Countries of delivery; absent means all. */
                    countries?: string[];
                    /** @description An unknown distance fits only a rate without this limit. */
                    upToKm?: number;
                    /**
                     * @description For each parcel.
                     * @default 0
                     */
                    baseMinor?: number;
                    /** @default 0 */
                    perKgMinor?: number;
                    /** @default 0 */
                    perKmMinor?: number;
                    /**
                     * @description Days from leaving to delivery.
                     * @default 0
                     */
                    days?: number;
                }[];
                /**
                 * @description Of a unit whose weight is not known.
                 * @default 0
                 */
                assumedWeightGrams?: number;
                /** @description Days after which an order without a date is late. */
                promiseDays?: number;
                /** @default {} */
                filters?: {
                    /**
                     * @description Only locations that serve the channel of the order.
                     * @default false
                     */
                    channels?: boolean;
                    /** @description Only locations in one of these groups. */
                    groups?: string[];
                    /**
                     * @description Only locations that are open now.
                     * @default false
                     */
                    hours?: boolean;
                    /**
                     * @description Only locations from which the order still leaves today.
                     * @default false
                     */
                    cutOff?: boolean;
                    /** @description Only locations within this great-circle distance. */
                    distanceKm?: number;
                    /**
                     * @default keep
                     * @enum {string}
                     */
                    unknownDistance?: "keep" | "exclude";
                    /**
                     * @description Units of each product that stay at each location.
                     * @default 0
                     */
                    keepUnits?: number;
                    /**
                     * @description Only within ordersPerDay and unitsPerDay.
                     * @default false
                     */
                    capacity?: boolean;
                    /**
                     * @description Hazardous goods only from locations that may handle them.
                     * @default false
                     */
                    hazardous?: boolean;
                    /**
                     * @description Goods only from locations with their temperature class.
                     * @default false
                     */
                    temperature?: boolean;
                };
                /** @default {} */
                scoring?: {
                    /**
                     * @description Factor on the cost by the rate table.
                     * @default 1
                     */
                    shipping?: number;
                    /**
                     * @description For each parcel and kilometre, beside the rate.
                     * @default 0
                     */
                    perKmMinor?: number;
                    /**
                     * @description For each location after the first.
                     * @default 0
                     */
                    perSplitMinor?: number;
                    /**
                     * @description Gained for each unit and each day that it has lain there.
                     * @default 0
                     */
                    perUnitDayOfAgeMinor?: number;
                    /**
                     * @description For each parcel from a location whose day is full; less as it is emptier.
                     * @default 0
                     */
                    fullLoadMinor?: number;
                    /**
                     * @description For each parcel and day after the promised date.
                     * @default 0
                     */
                    perDayLateMinor?: number;
                    /**
                     * @description For each parcel and point of the priority of its location.
                     * @default 0
                     */
                    perPriorityMinor?: number;
                    /**
                     * @description For each unit that waits: it waits rather than cost more.
                     * @default 1000000
                     */
                    perShortUnitMinor?: number;
                };
                /** @description Of one order; absent means any number. */
                maxLocations?: number;
                /**
                 * @description Tried in turn while the order is not whole.
                 * @default []
                 */
                fallback?: {
                    /** @description Filters that do not hold in this step. */
                    without?: ("channels" | "groups" | "hours" | "cutOff" | "distance" | "keepUnits" | "capacity" | "hazardous" | "temperature")[];
                    /** @description These groups instead. */
                    groups?: string[];
                    maxLocations?: number;
                }[];
                /**
                 * @description partial: what is there goes, the rest waits. complete: nothing goes before all of it can.
                 * @default partial
                 * @enum {string}
                 */
                backorder?: "partial" | "complete";
                /** @description New orders wait and are planned together for the least cost of all of them; for the method exact. */
                window?: {
                    /** @description An order is sourced at the latest so long after it came. */
                    seconds: number;
                    /**
                     * @description Orders that are planned together at most.
                     * @default 100
                     */
                    orders?: number;
                };
            };
        };
        /**
         * @description A set of sourcing rules.
         * @example {
         *       "name": "spring",
         *       "method": "exact",
         *       "locations": {
         *         "hamburg": {
         *           "zone": "Europe/Berlin",
         *           "at": {
         *             "latitude": 53.55,
         *             "longitude": 9.99
         *           },
         *           "groups": [
         *             "dc"
         *           ],
         *           "cutOff": "16:00"
         *         }
         *       },
         *       "places": [
         *         {
         *           "country": "DE",
         *           "postalPrefix": "80",
         *           "latitude": 48.14,
         *           "longitude": 11.58
         *         }
         *       ],
         *       "rates": [
         *         {
         *           "countries": [
         *             "DE"
         *           ],
         *           "baseMinor": 490,
         *           "perKgMinor": 40,
         *           "days": 1
         *         }
         *       ],
         *       "filters": {
         *         "cutOff": true
         *       },
         *       "scoring": {
         *         "perSplitMinor": 150
         *       },
         *       "fallback": [
         *         {
         *           "without": [
         *             "cutOff"
         *           ]
         *         }
         *       ]
         *     }
         */
        SourcingRules: {
            name: string;
            /**
             * @description Of all amounts, in minor units.
             * @default EUR
             */
            currency?: string;
            /**
             * @description priority: fewest locations, then their priority. greedy, exact: least cost by the scoring.
             * @default priority
             * @enum {string}
             */
            method?: "priority" | "greedy" | "exact";
            /**
             * @description By code.
             * @default {}
             */
            locations?: {
                [key: string]: {
                    /**
                     * @description IANA time zone: Europe/Berlin.
                     * @default UTC
                     */
                    zone?: string;
                    /** @description Degrees, WGS 84. */
                    at?: {
                        latitude: number;
                        longitude: number;
                    };
                    /** @default [] */
                    groups?: string[];
                    /** @description Channels it serves; absent means all. */
                    channels?: ("online" | "marketplace" | "store" | "b2b" | "phone")[];
                    /** @description When it is open; absent means always. */
                    hours?: {
                        mon?: string[];
                        tue?: string[];
                        wed?: string[];
                        thu?: string[];
                        fri?: string[];
                        sat?: string[];
                        sun?: string[];
                    };
                    /**
                     * @description Local dates on which it does not open.
                     * @default []
                     */
                    closedOn?: string[];
                    /** @description Local time until which an order still leaves the same day; absent means the end of its hours. */
                    cutOff?: string | {
                        mon?: string;
                        tue?: string;
                        wed?: string;
                        thu?: string;
                        fri?: string;
                        sat?: string;
                        sun?: string;
                    };
                    /** @description Orders that may be sourced here on one local day. */
                    ordersPerDay?: number;
                    /** @description Units that may be sourced here on one local day. */
                    unitsPerDay?: number;
                    /** @description Units of each product that stay here whatever is ordered. */
                    keepUnits?: number;
                    /**
                     * @description Whether it may handle hazardous goods.
                     * @default false
                     */
                    hazardous?: boolean;
                    /**
                     * @default [
                     *       "ambient"
                     *     ]
                     */
                    temperatures?: ("ambient" | "chilled" | "frozen")[];
                };
            };
            /**
             * @description Where buyers are: the longest prefix of a postal code counts.
             * @default []
             */
            places?: {
                country: string;
                /** @default  */
                postalPrefix?: string;
                latitude: number;
                longitude: number;
            }[];
            /**
             * @description The first that fits counts.
             * @default []
             */
            rates?: {
                /** @description Groups of locations it holds for; absent means all. */
                groups?: string[];
                /** @description Countries of delivery; absent means all. */
                countries?: string[];
                /** @description An unknown distance fits only a rate without this limit. */
                upToKm?: number;
                /**
                 * @description For each parcel.
                 * @default 0
                 */
                baseMinor?: number;
                /** @default 0 */
                perKgMinor?: number;
                /** @default 0 */
                perKmMinor?: number;
                /**
                 * @description Days from leaving to delivery.
                 * @default 0
                 */
                days?: number;
            }[];
            /**
             * @description Of a unit whose weight is not known.
             * @default 0
             */
            assumedWeightGrams?: number;
            /** @description Days after which an order without a date is late. */
            promiseDays?: number;
            /** @default {} */
            filters?: {
                /**
                 * @description Only locations that serve the channel of the order.
                 * @default false
                 */
                channels?: boolean;
                /** @description Only locations in one of these groups. */
                groups?: string[];
                /**
                 * @description Only locations that are open now.
                 * @default false
                 */
                hours?: boolean;
                /**
                 * @description Only locations from which the order still leaves today.
                 * @default false
                 */
                cutOff?: boolean;
                /** @description Only locations within this great-circle distance. */
                distanceKm?: number;
                /**
                 * @default keep
                 * @enum {string}
                 */
                unknownDistance?: "keep" | "exclude";
                /**
                 * @description Units of each product that stay at each location.
                 * @default 0
                 */
                keepUnits?: number;
                /**
                 * @description Only within ordersPerDay and unitsPerDay.
                 * @default false
                 */
                capacity?: boolean;
                /**
                 * @description Hazardous goods only from locations that may handle them.
                 * @default false
                 */
                hazardous?: boolean;
                /**
                 * @description Goods only from locations with their temperature class.
                 * @default false
                 */
                temperature?: boolean;
            };
            /** @default {} */
            scoring?: {
                /**
                 * @description Factor on the cost by the rate table.
                 * @default 1
                 */
                shipping?: number;
                /**
                 * @description For each parcel and kilometre, beside the rate.
                 * @default 0
                 */
                perKmMinor?: number;
                /**
                 * @description For each location after the first.
                 * @default 0
                 */
                perSplitMinor?: number;
                /**
                 * @description Gained for each unit and each day that it has lain there.
                 * @default 0
                 */
                perUnitDayOfAgeMinor?: number;
                /**
                 * @description For each parcel from a location whose day is full; less as it is emptier.
                 * @default 0
                 */
                fullLoadMinor?: number;
                /**
                 * @description For each parcel and day after the promised date.
                 * @default 0
                 */
                perDayLateMinor?: number;
                /**
                 * @description For each parcel and point of the priority of its location.
                 * @default 0
                 */
                perPriorityMinor?: number;
                /**
                 * @description For each unit that waits: it waits rather than cost more.
                 * @default 1000000
                 */
                perShortUnitMinor?: number;
            };
            /** @description Of one order; absent means any number. */
            maxLocations?: number;
            /**
             * @description Tried in turn while the order is not whole.
             * @default []
             */
            fallback?: {
                /** @description Filters that do not hold in this step. */
                without?: ("channels" | "groups" | "hours" | "cutOff" | "distance" | "keepUnits" | "capacity" | "hazardous" | "temperature")[];
                /** @description These groups instead. */
                groups?: string[];
                maxLocations?: number;
            }[];
            /**
             * @description partial: what is there goes, the rest waits. complete: nothing goes before all of it can.
             * @default partial
             * @enum {string}
             */
            backorder?: "partial" | "complete";
            /** @description New orders wait and are planned together for the least cost of all of them; for the method exact. */
            window?: {
                /** @description An order is sourced at the latest so long after it came. */
                seconds: number;
                /**
                 * @description Orders that are planned together at most.
                 * @default 100
                 */
                orders?: number;
            };
        };
        OrderSourcing: {
            orderId: string;
            decisions: {
                /** @description The version of the order at which it was decided. */
                version: number;
                /** Format: date-time */
                at: string;
                /** @description The rules as name@version, or `default`. */
                rules: string;
                reason: string;
                /** @description 0 for the rules as they stand, then the number of the fallback. */
                stage: number;
                costMinor: number | null;
                /** @description Orders that were planned together, this one included. */
                together: number;
                locations: components["schemas"]["LocationVerdict"][];
            }[];
        };
        /**
         * @example {
         *       "location": "munich",
         *       "outcome": "lost",
         *       "reason": "too-far",
         *       "figure": 612,
         *       "text": "is too far, in km: 612"
         *     }
         */
        LocationVerdict: {
            /** @description Its code. */
            location: string;
            /** @enum {string} */
            outcome: "won" | "lost";
            /** @enum {string} */
            reason: "won" | "no-stock" | "kept-back" | "wrong-channel" | "wrong-group" | "closed" | "past-cut-off" | "too-far" | "distance-unknown" | "capacity-full" | "hazardous" | "temperature" | "no-rate" | "covers-part" | "lower-priority" | "not-cheaper" | "serves-others" | "split-limit" | "waits-for-all";
            /** @description What the reason says: units, kilometres, minor units, minutes, a limit. */
            figure: number;
            text: string;
        };
        /** @description An event of the hub: CloudEvents 1.0 in JSON. */
        EventDocument: {
            /** @enum {string} */
            specversion: "1.0";
            /** @description The number of the event, rising; the same each time that it is sent. */
            id: string;
            source: string;
            /** @description What happened: order.lines-released, stock.changed, shipment.tracked. */
            type: string;
            /** @description What it happened to: order/{id}. Events of one subject come in order. */
            subject: string;
            /**
             * Format: date-time
             * @description RFC 3339 date-time with an offset; kept in UTC.
             */
            time: string;
            /** @enum {string} */
            datacontenttype: "application/json";
            data: {
                [key: string]: unknown;
            };
        };
        RateAnswer: {
            fulfillmentOrder: string | null;
            rulesVersion: number;
            /**
             * @description cheapest; fastest; promise: the cheapest of those that keep the promise, else the fastest.
             * @enum {string}
             */
            choose: "cheapest" | "fastest" | "promise";
            best: {
                service: string;
                title: string;
                /** @description Whole minor units of the document's currency. */
                chargeMinor: number;
                /** @description ISO 4217 alphabetic code. */
                currency: string;
                transitDays?: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 date-time with an offset; kept in UTC.
                 */
                deliverBy?: string;
                connection: string;
                /** @enum {string} */
                keepsPromise: "yes" | "no" | "unknown";
                /** @description What it counts as by the rules. */
                comparedMinor: number;
                /** @description The rule that refuses it, or other-currency. */
                notTaken: string | null;
            } | null;
            /** @description In the order in which they would be taken. */
            offers: {
                service: string;
                title: string;
                /** @description Whole minor units of the document's currency. */
                chargeMinor: number;
                /** @description ISO 4217 alphabetic code. */
                currency: string;
                transitDays?: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 date-time with an offset; kept in UTC.
                 */
                deliverBy?: string;
                connection: string;
                /** @enum {string} */
                keepsPromise: "yes" | "no" | "unknown";
                /** @description What it counts as by the rules. */
                comparedMinor: number;
                /** @description The rule that refuses it, or other-currency. */
                notTaken: string | null;
            }[];
            /** @description Every carrier that is not among the offers. */
            missing: {
                connection: string;
                /** @enum {string} */
                reason: "down" | "slow" | "refused" | "off";
                fault: {
                    kind: string;
                    code: string;
                    message: string;
                };
            }[];
        };
        RateRequest: {
            /** @description Id or number: all of it that has not left. */
            fulfillmentOrder?: string;
            /** @description Id, number or reference of an order that leaves as one. */
            order?: string;
            /** @description Parcels and addresses that nobody has ordered. */
            shipment?: {
                /** @description The carrier's service code; its default when absent. */
                service?: string;
                from: {
                    name?: string;
                    company?: string;
                    line1?: string;
                    line2?: string;
                    city?: string;
                    postalCode?: string;
                    /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                    subdivision?: string;
                    country?: string;
                    phone?: string;
                    email?: string;
                };
                to: {
                    name?: string;
                    company?: string;
                    line1?: string;
                    line2?: string;
                    city?: string;
                    postalCode?: string;
                    /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                    subdivision?: string;
                    country?: string;
                    phone?: string;
                    email?: string;
                };
                parcels: {
                    /** @description Gross weight in grams. */
                    weightGrams: number;
                    lengthMm?: number;
                    widthMm?: number;
                    heightMm?: number;
                }[];
                /** @description What the goods are worth. */
                declaredValueMinor?: number;
                /** @description What the carrier is to answer for, beyond its usual liability. */
                insuredValueMinor?: number;
                /** @description Of the two values. */
                currency?: string;
                /**
                 * @description Who must sign: anybody there, or somebody of age.
                 * @enum {string}
                 */
                signature?: "required" | "adult";
                /** @description Whether the recipient lives there. */
                residential?: boolean;
                saturdayDelivery?: boolean;
                /**
                 * Format: date
                 * @description The day on which it is given to the carrier; today when absent.
                 */
                shipOn?: string;
                /** @description For shipments that cross a border of customs. */
                customs?: {
                    /**
                     * @description documents: papers without a value.
                     * @default goods
                     * @enum {string}
                     */
                    contents?: "goods" | "documents";
                    /**
                     * @default sale
                     * @enum {string}
                     */
                    reason?: "sale" | "gift" | "sample" | "return" | "repair" | "intercompany" | "personal" | "other";
                    /** @description The reason in words; needed where it is other. */
                    reasonText?: string;
                    /**
                     * @description Who bears cost and risk; under DDP duties are billed to the sender, else to the recipient.
                     * @enum {string}
                     */
                    incoterm?: "EXW" | "FCA" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP" | "FAS" | "FOB" | "CFR" | "CIF";
                    invoiceNumber?: string;
                    /**
                     * Format: date
                     * @description A day, such as 2026-12-01, as it is at the place that is meant.
                     */
                    invoiceDate?: string;
                    /** @description ISO 4217 alphabetic code. */
                    currency: string;
                    /** @default [] */
                    lines?: {
                        /** @description The seller's item key. */
                        sku?: string;
                        /** @description What it is, in words that customs understand: "cotton T-shirt". */
                        description: string;
                        /** @description WCO Harmonized System: six digits, and those that a country adds, without dots. */
                        hsCode?: string;
                        /** @description Where it was made. */
                        originCountry?: string;
                        /** @description Units of the item's base unit. */
                        quantity: number;
                        /** @description Value of one unit, in minor units of the declaration's currency. */
                        unitValueMinor: number;
                        /** @description Net weight of one unit. */
                        unitWeightGrams?: number;
                        /** @description The place of the parcel that holds it, from 0; any where it is absent. */
                        parcel?: number;
                    }[];
                    /** @description Cost of transport on the invoice. */
                    freightMinor?: number;
                    /** @description Cost of insurance on the invoice. */
                    insuranceMinor?: number;
                    /** @default [] */
                    exporterTaxIds?: {
                        /**
                         * @description eori: of traders in the EU and the UK; ioss: of the import one-stop shop; gst: Australia, New Zealand, Singapore …; ein: of employers in the US; national: of a company, personal: of a person, where the country has another name for it.
                         * @enum {string}
                         */
                        kind: "eori" | "vat" | "ioss" | "gst" | "ein" | "national" | "personal";
                        number: string;
                        /** @description The country that issued it. */
                        country?: string;
                    }[];
                    /** @default [] */
                    importerTaxIds?: {
                        /**
                         * @description eori: of traders in the EU and the UK; ioss: of the import one-stop shop; gst: Australia, New Zealand, Singapore …; ein: of employers in the US; national: of a company, personal: of a person, where the country has another name for it.
                         * @enum {string}
                         */
                        kind: "eori" | "vat" | "ioss" | "gst" | "ein" | "national" | "personal";
                        number: string;
                        /** @description The country that issued it. */
                        country?: string;
                    }[];
                    /** @description Who imports it, where that is not the recipient. */
                    importer?: {
                        name?: string;
                        company?: string;
                        line1?: string;
                        line2?: string;
                        city?: string;
                        postalCode?: string;
                        /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                        subdivision?: string;
                        country?: string;
                        phone?: string;
                        email?: string;
                    };
                    /** @description Number of the export declaration: MRN in the EU, ITN in the US. */
                    exportDeclaration?: string;
                    remarks?: string;
                    /**
                     * @description Own papers, sent electronically. None: the carrier's.
                     * @default []
                     */
                    papers?: {
                        /** @enum {string} */
                        kind: "commercial-invoice" | "proforma-invoice" | "certificate-of-origin" | "other";
                        /** @enum {string} */
                        format: "PDF" | "PNG" | "GIF" | "JPEG" | "TIFF" | "HTML" | "TEXT";
                        base64: string;
                    }[];
                };
                /** @description From a buyer back: the label is for him to print. */
                returnLabel?: boolean;
            };
            /** @description Where a plain shipment leaves, for the rules. */
            location?: string;
            /**
             * @description cheapest; fastest; promise: the cheapest of those that keep the promise, else the fastest.
             * @enum {string}
             */
            choose?: "cheapest" | "fastest" | "promise";
            /**
             * Format: date-time
             * @description When it must be there; the order's own promise when absent.
             */
            promisedBy?: string;
            /**
             * @description How long carriers have for an answer.
             * @default 4000
             */
            deadlineMs?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    receive_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the connection. */
                connection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Received. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "duplicate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description The signature is not right, or too old. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No connection of this name takes webhooks. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 5 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The message does not say what it is. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More is waiting than the hub will have applied in time; Retry-After says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reservations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                holder?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "location": "main",
                     *           "quantity": 2,
                     *           "holder": "holder",
                     *           "state": "held",
                     *           "expiresAt": "2026-11-02T10:00:00.000Z",
                     *           "createdAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Reservation"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reserve_stock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "quantity": 2,
                 *       "holder": "holder"
                 *     }
                 */
                "application/json": {
                    sku: string;
                    quantity: number;
                    /**
                     * @description Only from here, such as the store where they are to be collected.
                     * @example main
                     */
                    location?: string;
                    /** @description Who holds them: a cart, a quote. An order that names it gets them. */
                    holder: string;
                    /** @default 900 */
                    seconds?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {}
                     *     ]
                     */
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_reservations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reservation. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "sku": "MUG-01",
                     *       "location": "main",
                     *       "quantity": 2,
                     *       "holder": "holder",
                     *       "state": "held",
                     *       "expiresAt": "2026-11-02T10:00:00.000Z",
                     *       "createdAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such reservation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_reservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjust_stock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "location": "main",
                 *       "difference": -3,
                 *       "reason": "fell off the shelf"
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    /** @example main */
                    location: string;
                    /** @example -3 */
                    difference: number;
                    /**
                     * @description The unit of the quantity; base units without it.
                     * @example CT
                     */
                    unit?: string;
                    /** @example fell off the shelf */
                    reason: string;
                    /**
                     * @description The reason as a code; it must fit the sign of the difference.
                     * @default other
                     * @example lost
                     * @enum {string}
                     */
                    reasonCode?: "opening" | "found" | "customer-return" | "assembly" | "correction" | "count" | "other" | "damaged" | "expired" | "lost" | "theft" | "sample" | "internal-use" | "supplier-return";
                    /** @example A-01-2 */
                    bin?: string;
                    /**
                     * @description A lot or a serial number.
                     * @example L2026-03
                     */
                    lot?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "onHand": 2
                     *     }
                     */
                    "application/json": {
                        onHand: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_stock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "location": "main",
                 *       "quantity": 12,
                 *       "reference": "PO-1042"
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    /** @example main */
                    location: string;
                    /** @example 12 */
                    quantity: number;
                    /**
                     * @description The unit of the quantity; base units without it.
                     * @example CT
                     */
                    unit?: string;
                    /**
                     * @description What brought them.
                     * @example PO-1042
                     */
                    reference: string;
                    /** @description The incoming supply that this is a part of. */
                    incoming?: string;
                    /**
                     * @description Into inspection instead of on hand.
                     * @default false
                     */
                    toQuality?: boolean;
                    /**
                     * @description Cost of one unit, in minor units.
                     * @example 799
                     */
                    unitCostMinor?: number;
                    /** @example A-01-2 */
                    bin?: string;
                    /**
                     * @description A lot or a serial number.
                     * @example L2026-03
                     */
                    lot?: string;
                    /**
                     * @description The lot is one unit with its serial number.
                     * @default false
                     */
                    isSerial?: boolean;
                    /**
                     * Format: date
                     * @description Of a lot that is new.
                     * @example 2026-03-31
                     */
                    expiresOn?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "onHand": 40,
                     *       "reserved": 2,
                     *       "allocated": 5,
                     *       "picked": 1,
                     *       "damaged": 3,
                     *       "quality": 0,
                     *       "inTransit": 12,
                     *       "overPromised": 0
                     *     }
                     */
                    "application/json": components["schemas"]["StockBalance"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_stock_state: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "location": "main",
                 *       "change": "damage",
                 *       "quantity": 12,
                 *       "reason": "fell off the shelf"
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    /** @example main */
                    location: string;
                    /**
                     * @description damage: on hand to damaged. repair: back. scrap: damaged ones are gone. hold: on hand to inspection. pass: back. reject: from inspection to damaged.
                     * @example damage
                     * @enum {string}
                     */
                    change: "damage" | "repair" | "scrap" | "hold" | "pass" | "reject";
                    /** @example 12 */
                    quantity: number;
                    /** @example fell off the shelf */
                    reason: string;
                    /** @example A-01-2 */
                    bin?: string;
                    /**
                     * @description A lot or a serial number.
                     * @example L2026-03
                     */
                    lot?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "onHand": 40,
                     *       "reserved": 2,
                     *       "allocated": 5,
                     *       "picked": 1,
                     *       "damaged": 3,
                     *       "quality": 0,
                     *       "inTransit": 12,
                     *       "overPromised": 0
                     *     }
                     */
                    "application/json": components["schemas"]["StockBalance"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_stock: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "balances": 2,
                     *       "overPromised": 2,
                     *       "differenceCount": 2,
                     *       "differences": [
                     *         {
                     *           "sku": "MUG-01",
                     *           "location": "main",
                     *           "measure": "onHand",
                     *           "against": "ledger",
                     *           "balance": 41,
                     *           "other": 40
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description How many were compared. */
                        balances: number;
                        /** @description Balances with more promises than units on hand. */
                        overPromised: number;
                        differenceCount: number;
                        differences: components["schemas"]["StockDifference"][];
                    };
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    available_to_promise: {
        parameters: {
            query: {
                sku: string;
                /** @description Of one location, without backorders. */
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-01",
                     *       "locations": [
                     *         {
                     *           "location": "main",
                     *           "available": 12,
                     *           "safetyStock": 2
                     *         }
                     *       ],
                     *       "supply": [
                     *         {
                     *           "on": "2026-04-02",
                     *           "quantity": 50,
                     *           "location": "main",
                     *           "reference": "PO-1042"
                     *         }
                     *       ],
                     *       "overdue": [],
                     *       "owed": 0,
                     *       "steps": [
                     *         {
                     *           "from": "2026-03-31",
                     *           "quantity": 10
                     *         },
                     *         {
                     *           "from": "2026-04-02",
                     *           "quantity": 60
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Atp"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    promise_stock: {
        parameters: {
            query: {
                sku: string;
                quantity: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-01",
                     *       "selling": "backorder",
                     *       "units": [
                     *         {
                     *           "quantity": 10,
                     *           "on": "2026-03-31",
                     *           "from": "stock"
                     *         },
                     *         {
                     *           "quantity": 20,
                     *           "on": "2026-04-02",
                     *           "from": "incoming"
                     *         }
                     *       ],
                     *       "refused": 0
                     *     }
                     */
                    "application/json": components["schemas"]["StockPromise"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_backorders: {
        parameters: {
            query?: {
                sku?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "orderId": "orderId",
                     *           "orderNumber": "orderNumber",
                     *           "orderReference": "orderReference",
                     *           "sku": "MUG-01",
                     *           "quantity": 2,
                     *           "placedAt": "2026-11-02T10:00:00.000Z",
                     *           "promisedOn": "promisedOn"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            id: string;
                            orderId: string;
                            orderNumber: string;
                            orderReference: string;
                            sku: string;
                            quantity: number;
                            placedAt: string;
                            /** @description The day on which supply covers it; null when it does not. */
                            promisedOn: string | null;
                        }[];
                    };
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    value_stock: {
        parameters: {
            query?: {
                method?: "fifo" | "average";
                sku?: string;
                until?: string;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "method": "fifo",
                     *       "products": 2,
                     *       "total": {
                     *         "units": 2,
                     *         "valueMinor": 2,
                     *         "receivedMinor": 2,
                     *         "issuedUnits": 2,
                     *         "issuedMinor": 2,
                     *         "revaluedMinor": 2,
                     *         "uncostedUnits": 2
                     *       },
                     *       "items": [
                     *         {
                     *           "sku": "MUG-01",
                     *           "units": 2,
                     *           "valueMinor": 2,
                     *           "receivedMinor": 2,
                     *           "issuedUnits": 2,
                     *           "issuedMinor": 2,
                     *           "revaluedMinor": 2,
                     *           "uncostedUnits": 2,
                     *           "averageMinor": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StockValuation"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_stock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "location": "main",
                 *       "quantity": 12
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    /** @example main */
                    location: string;
                    /** @example 12 */
                    quantity: number;
                    /** @example A-01-2 */
                    bin?: string;
                    /**
                     * @description A lot or a serial number.
                     * @example L2026-03
                     */
                    lot?: string;
                    /** @example B-02-1 */
                    toBin?: string;
                    /** @description Gives units without a lot one. */
                    toLot?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "moved": 2
                     *     }
                     */
                    "application/json": {
                        moved: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plan_picks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "main",
                 *       "lines": [
                 *         {
                 *           "sku": "MUG-01",
                 *           "quantity": 12
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @example main */
                    location: string;
                    lines: {
                        /** @example MUG-01 */
                        sku: string;
                        /** @example 12 */
                        quantity: number;
                    }[];
                    /**
                     * Format: date
                     * @description Leaves out lots that expire before this day.
                     * @example 2026-03-31
                     */
                    keepsUntil?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "picks": [
                     *         {
                     *           "sku": "TEA-02",
                     *           "bin": "A-01-2",
                     *           "lot": "L2026-03",
                     *           "expiresOn": "2026-09-30",
                     *           "quantity": 6
                     *         }
                     *       ],
                     *       "unplaced": []
                     *     }
                     */
                    "application/json": components["schemas"]["PickPlan"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_bins: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                location?: string;
                code?: string;
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "location": "main",
                     *           "code": "main",
                     *           "zone": "zone",
                     *           "walk": 2,
                     *           "isActive": true
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Bin"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_bin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "main",
                 *       "code": "A-01-2"
                 *     }
                 */
                "application/json": {
                    /** @example main */
                    location: string;
                    /** @example A-01-2 */
                    code: string;
                    /**
                     * @default null
                     * @example A
                     */
                    zone?: string | null;
                    /**
                     * @description Order of walking.
                     * @default 0
                     * @example 120
                     */
                    walk?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_bundles: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "title": "Stoneware mug",
                     *           "components": [
                     *             {
                     *               "sku": "MUG-01",
                     *               "quantity": 2
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Bundle"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_bundle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "GIFT-SET",
                 *       "components": [
                 *         {
                 *           "sku": "MUG-01",
                 *           "quantity": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @example GIFT-SET */
                    sku: string;
                    components: {
                        /** @example MUG-01 */
                        sku: string;
                        /** @example 2 */
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_units: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "sku": "MUG-01",
                     *           "code": "main",
                     *           "numerator": 2,
                     *           "denominator": 2
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ProductUnit"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_unit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "code": "CT",
                 *       "numerator": 24
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    /**
                     * @description UN/ECE Recommendation 20 or 21.
                     * @example CT
                     */
                    code: string;
                    /** @example 24 */
                    numerator: number;
                    /**
                     * @default 1
                     * @example 1
                     */
                    denominator?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_incoming: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                location?: string;
                reference?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "location": "main",
                     *           "quantity": 2,
                     *           "received": 2,
                     *           "open": 2,
                     *           "dueOn": "2026-11-02",
                     *           "reference": "shop-1001",
                     *           "unitCostMinor": 2,
                     *           "status": "open",
                     *           "version": 2,
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["IncomingSupply"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_incoming: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "location": "main",
                 *       "quantity": 12,
                 *       "dueOn": "2026-03-31",
                 *       "reference": "PO-1042"
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    /** @example main */
                    location: string;
                    /** @example 12 */
                    quantity: number;
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    dueOn: string;
                    /** @example PO-1042 */
                    reference: string;
                    /**
                     * @default null
                     * @example 799
                     */
                    unitCostMinor?: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_incoming: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The incoming supply. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "sku": "MUG-01",
                     *       "location": "main",
                     *       "quantity": 2,
                     *       "received": 2,
                     *       "open": 2,
                     *       "dueOn": "2026-11-02",
                     *       "reference": "shop-1001",
                     *       "unitCostMinor": 2,
                     *       "status": "open",
                     *       "version": 2,
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["IncomingSupply"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such incoming supply. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_incoming: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dueOn": "2026-03-31"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    dueOn?: string;
                    /** @example 12 */
                    quantity?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_incoming: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_selling_policies: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                selling?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "selling": "stock",
                     *           "limit": 2,
                     *           "leadDays": 2,
                     *           "availableOn": "2026-11-02",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SellingPolicy"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_selling_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "policy": {
                 *         "selling": "backorder",
                 *         "limit": 100,
                 *         "leadDays": 21
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    policy: {
                        /** @enum {string} */
                        selling: "stock";
                    } | {
                        /** @enum {string} */
                        selling: "backorder";
                        /**
                         * @description Most units promised beyond the stock; null is no bound.
                         * @default null
                         */
                        limit?: number | null;
                        /**
                         * @description Days until units beyond known supply.
                         * @default null
                         */
                        leadDays?: number | null;
                    } | {
                        /** @enum {string} */
                        selling: "preorder";
                        /**
                         * @description Most units promised beyond the stock; null is no bound.
                         * @default null
                         */
                        limit?: number | null;
                        /**
                         * @description Days until units beyond known supply.
                         * @default null
                         */
                        leadDays?: number | null;
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        availableOn: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_safety_stocks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "sku": "MUG-01",
                     *           "location": "main",
                     *           "quantity": 2,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SafetyStock"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_safety_stock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "location": "main",
                 *       "quantity": 5
                 *     }
                 */
                "application/json": {
                    /** @example MUG-01 */
                    sku: string;
                    /** @example main */
                    location: string;
                    /** @example 5 */
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_channel_policies: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                connection?: string;
                sku?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "connection": "connection",
                     *           "sku": "MUG-01",
                     *           "buffer": 2,
                     *           "oversellProbability": 2,
                     *           "cap": 2,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ChannelPolicy"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_channel_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "shop"
                 *     }
                 */
                "application/json": {
                    /** @example shop */
                    connection: string;
                    /**
                     * @description One product; null for all without a policy of their own.
                     * @default null
                     * @example MUG-01
                     */
                    sku?: string | null;
                    /**
                     * @description Units kept back; the least, when computed.
                     * @default 0
                     * @example 2
                     */
                    buffer?: number;
                    /**
                     * @description Compute the buffer from lag and sales so that overselling is at most this likely.
                     * @default null
                     * @example 0.01
                     */
                    oversellProbability?: number | null;
                    /**
                     * @description Most units that are shown.
                     * @default null
                     * @example 50
                     */
                    cap?: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_publications: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                connection?: string;
                sku?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "connection": "connection",
                     *           "sku": "MUG-01",
                     *           "place": "place",
                     *           "quantity": 2,
                     *           "sent": 2,
                     *           "lagSeconds": 2,
                     *           "publishedAt": "2026-11-02T10:00:00.000Z",
                     *           "buffer": {
                     *             "units": 2,
                     *             "salesPerHour": 2,
                     *             "lagSeconds": 2,
                     *             "computedAt": "2026-11-02T10:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StockPublication"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    republish_stock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "shop"
                 *     }
                 */
                "application/json": {
                    /** @example shop */
                    connection: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "products": 2
                     *     }
                     */
                    "application/json": {
                        products: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_transfers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                from?: string;
                to?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "from": "main",
                     *           "to": "store-7",
                     *           "status": "draft",
                     *           "expectedOn": "expectedOn",
                     *           "note": "Call before delivery",
                     *           "lines": [
                     *             {
                     *               "sku": "MUG-01",
                     *               "quantity": 2,
                     *               "sent": 2,
                     *               "received": 2,
                     *               "damaged": 2,
                     *               "lost": 2,
                     *               "cancelled": 2,
                     *               "inTransit": 2
                     *             }
                     *           ],
                     *           "version": 2,
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Transfer"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "main",
                 *       "to": "store-7",
                 *       "lines": [
                 *         {
                 *           "sku": "MUG-01",
                 *           "quantity": 12
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @example main */
                    from: string;
                    /** @example store-7 */
                    to: string;
                    lines: {
                        /** @example MUG-01 */
                        sku: string;
                        /** @example 12 */
                        quantity: number;
                    }[];
                    /**
                     * Format: date
                     * @description Day of arrival, for what is promised by date.
                     * @example 2026-03-31
                     */
                    expectedOn?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "sku": "MUG-01",
                 *           "quantity": 12
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines?: {
                        /** @example MUG-01 */
                        sku: string;
                        /** @example 12 */
                        quantity: number;
                        /** @example A-01-2 */
                        bin?: string;
                        /**
                         * @description A lot or a serial number.
                         * @example L2026-03
                         */
                        lot?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "sku": "MUG-01"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: {
                        /** @example MUG-01 */
                        sku: string;
                        /**
                         * @default 0
                         * @example 10
                         */
                        received?: number;
                        /**
                         * @default 0
                         * @example 1
                         */
                        damaged?: number;
                        /**
                         * @default 0
                         * @example 1
                         */
                        lost?: number;
                        /**
                         * @description Required for a loss.
                         * @default null
                         * @example box was open
                         */
                        reason?: string | null;
                        /** @example A-01-2 */
                        bin?: string;
                        /**
                         * @description A lot or a serial number.
                         * @example L2026-03
                         */
                        lot?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_counts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                location?: string;
                kind?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "location": "main",
                     *           "kind": "full",
                     *           "status": "open",
                     *           "note": "Call before delivery",
                     *           "lines": 2,
                     *           "counted": 2,
                     *           "variances": 2,
                     *           "version": 2,
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StockCount"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_count: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "main",
                 *       "kind": "full"
                 *     }
                 */
                "application/json": {
                    /** @example main */
                    location: string;
                    /**
                     * @description full counts everything there, cycle the SKUs named.
                     * @enum {string}
                     */
                    kind: "full" | "cycle";
                    skus?: string[];
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2,
                     *       "lines": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"] & {
                        lines: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_count: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "sku": "MUG-01",
                 *           "quantity": 38
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: {
                        /** @example MUG-01 */
                        sku: string;
                        /** @example 38 */
                        quantity: number;
                        /** @example A-01-2 */
                        bin?: string;
                        /**
                         * @description A lot or a serial number.
                         * @example L2026-03
                         */
                        lot?: string;
                    }[];
                    /**
                     * Format: date-time
                     * @description When it was counted: what moved since is no variance. Now, when absent.
                     */
                    countedAt?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2,
                     *       "lines": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"] & {
                        lines: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_count: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2,
                     *       "lines": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"] & {
                        lines: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_count: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c2f0a-7c1e-7000-8000-2f6d1c0a9b11",
                     *       "version": 2,
                     *       "lines": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedStockRecord"] & {
                        lines: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_orders: {
        parameters: {
            query?: {
                /** @description Email address, phone number, name or external id of the buyer, as the order states it. */
                customer?: string;
                /** @description With or without its #, or the reference. */
                number?: string;
                sku?: string;
                externalId?: string;
                status?: "received" | "validated" | "authorized" | "sourced" | "allocated" | "released" | "picking" | "picked" | "packed" | "shipped" | "in-transit" | "delivered" | "closed" | "cancelled" | "on-hold" | "parked" | "backordered" | "partially-shipped" | "awaiting-receipt" | "partially-received";
                channel?: "online" | "marketplace" | "store" | "b2b" | "phone";
                kind?: "sales" | "purchase" | "production";
                tag?: string;
                /** @description Placed at or after this instant. */
                from?: string;
                /** @description Placed before this instant. */
                to?: string;
                /** @description Words of names, addresses, titles and notes; "…" keeps words together, - leaves one out. */
                text?: string;
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "reference": "shop-1001",
                     *           "number": "#1001",
                     *           "kind": "kind",
                     *           "channel": "online",
                     *           "connectionId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "externalId": "ext-1",
                     *           "state": "open",
                     *           "status": "status",
                     *           "holds": [
                     *             "hold"
                     *           ],
                     *           "paymentState": "paymentState",
                     *           "currency": "EUR",
                     *           "grandMinor": 2,
                     *           "priority": 2,
                     *           "promisedAt": "2026-11-02T10:00:00.000Z",
                     *           "shipBy": "2026-11-02T10:00:00.000Z",
                     *           "sourceBy": "2026-11-02T10:00:00.000Z",
                     *           "tags": [
                     *             "tag"
                     *           ],
                     *           "placedAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z",
                     *           "version": 2
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Order"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulk_orders: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "status": "on-hold",
                 *         "tag": "gift"
                 *       },
                 *       "action": {
                 *         "type": "release",
                 *         "reason": "fraud",
                 *         "note": "checked"
                 *       },
                 *       "preview": true
                 *     }
                 */
                "application/json": {
                    filter: {
                        /** @description Email address, phone number, name or external id of the buyer, as the order states it. */
                        customer?: string;
                        /** @description With or without its #, or the reference. */
                        number?: string;
                        sku?: string;
                        externalId?: string;
                        /** @enum {string} */
                        status?: "received" | "validated" | "authorized" | "sourced" | "allocated" | "released" | "picking" | "picked" | "packed" | "shipped" | "in-transit" | "delivered" | "closed" | "cancelled" | "on-hold" | "parked" | "backordered" | "partially-shipped" | "awaiting-receipt" | "partially-received";
                        /** @enum {string} */
                        channel?: "online" | "marketplace" | "store" | "b2b" | "phone";
                        /** @enum {string} */
                        kind?: "sales" | "purchase" | "production";
                        tag?: string;
                        /**
                         * Format: date-time
                         * @description Placed at or after this instant.
                         */
                        from?: string;
                        /**
                         * Format: date-time
                         * @description Placed before this instant.
                         */
                        to?: string;
                        /** @description Words of names, addresses, titles and notes; "…" keeps words together, - leaves one out. */
                        text?: string;
                    };
                    action: {
                        /** @enum {string} */
                        type: "hold" | "release";
                        /** @enum {string} */
                        reason: "payment" | "fraud" | "address" | "manual" | "custom";
                        name?: string;
                        note?: string;
                    } | {
                        /** @enum {string} */
                        type: "tag" | "untag";
                        tags: string[];
                    } | {
                        /** @enum {string} */
                        type: "cancel";
                        reason: string;
                    };
                    /**
                     * @description The most orders that are touched.
                     * @default 200
                     */
                    limit?: number;
                    /**
                     * @description Only say which orders it would be.
                     * @default false
                     */
                    preview?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "number": "#1001",
                     *           "outcome": "changed",
                     *           "code": "main",
                     *           "message": "message"
                     *         }
                     *       ],
                     *       "hasMore": true
                     *     }
                     */
                    "application/json": components["schemas"]["OrderBulk"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_order_money: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Amounts in minor units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "EUR",
                     *       "totals": {
                     *         "computed": {
                     *           "linesMinor": 2,
                     *           "discountMinor": 2,
                     *           "shippingMinor": 2,
                     *           "taxMinor": 2,
                     *           "feesMinor": 2,
                     *           "roundingMinor": 2,
                     *           "grandMinor": 2
                     *         },
                     *         "stated": {
                     *           "linesMinor": 2,
                     *           "discountMinor": 2,
                     *           "shippingMinor": 2,
                     *           "taxMinor": 2,
                     *           "feesMinor": 2,
                     *           "roundingMinor": 2,
                     *           "grandMinor": 2
                     *         },
                     *         "differences": [
                     *           {
                     *             "cause": "cause",
                     *             "at": "at",
                     *             "minor": 2,
                     *             "touches": [
                     *               "touche"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "sourceTotals": {
                     *         "computed": {
                     *           "linesMinor": 2,
                     *           "discountMinor": 2,
                     *           "shippingMinor": 2,
                     *           "taxMinor": 2,
                     *           "feesMinor": 2,
                     *           "roundingMinor": 2,
                     *           "grandMinor": 2
                     *         },
                     *         "stated": {
                     *           "linesMinor": 2,
                     *           "discountMinor": 2,
                     *           "shippingMinor": 2,
                     *           "taxMinor": 2,
                     *           "feesMinor": 2,
                     *           "roundingMinor": 2,
                     *           "grandMinor": 2
                     *         },
                     *         "differences": [
                     *           {
                     *             "cause": "cause",
                     *             "at": "at",
                     *             "minor": 2,
                     *             "touches": [
                     *               "touche"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "settlement": {
                     *         "owedMinor": 2,
                     *         "authorizedMinor": 2,
                     *         "capturedMinor": 2,
                     *         "refundedMinor": 2,
                     *         "chargedBackMinor": 2,
                     *         "unmatchedMinor": 2,
                     *         "refundDueMinor": 2,
                     *         "voidDueMinor": 2,
                     *         "collectMinor": 2
                     *       },
                     *       "destinations": [
                     *         {
                     *           "connection": "connection",
                     *           "grandMinor": 2,
                     *           "linesMinor": 2,
                     *           "shippingMinor": 2,
                     *           "taxMinor": 2,
                     *           "levelledMinor": 2,
                     *           "oursMinor": 2,
                     *           "causes": [
                     *             {
                     *               "cause": "cause",
                     *               "minor": 2
                     *             }
                     *           ],
                     *           "closing": "equal",
                     *           "closedBy": "closedBy",
                     *           "note": "Call before delivery",
                     *           "statedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderMoney"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hold_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "custom",
                 *       "name": "credit-limit",
                 *       "note": "ask accounting"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    reason: "payment" | "fraud" | "address" | "manual" | "custom";
                    /** @description The name of a custom reason. */
                    name?: string;
                    /** @description Why, for those who read the history. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "custom",
                 *       "name": "credit-limit",
                 *       "note": "ask accounting"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    reason: "payment" | "fraud" | "address" | "manual" | "custom";
                    /** @description The name of a custom reason. */
                    name?: string;
                    /** @description Why, for those who read the history. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the buyer changed their mind",
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    reason: string;
                    /** @description Which units; everything that has not shipped when absent. */
                    lines?: {
                        /** @description The id of a line, or the external id that its source gave it. */
                        line: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "priority": 10,
                 *       "promisedAt": "2026-12-01T12:00:00Z",
                 *       "addTags": [
                 *         "gift"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description A higher one is served first; 0 is usual. */
                    priority?: number;
                    /** Format: date-time */
                    promisedAt?: string | null;
                    addTags?: string[];
                    removeTags?: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    note_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "called the buyer"
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "receipt": "DN-4711",
                 *       "location": "main",
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 40
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The paper that came with the goods; kept in the stock ledger. */
                    receipt: string;
                    /** @description The code of the location. */
                    location: string;
                    lines: {
                        /** @description The id of a line, or the external id that its source gave it. */
                        line: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pick_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 3
                 *         }
                 *       ],
                 *       "add": [
                 *         {
                 *           "sku": "MUG-01",
                 *           "quantity": 1,
                 *           "unitPrice": "12.50",
                 *           "taxes": [
                 *             {
                 *               "title": "VAT",
                 *               "rate": "0.19"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "shipping": [
                 *         {
                 *           "title": "Express",
                 *           "amountMinor": 990
                 *         }
                 *       ],
                 *       "note": "the buyer called"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description New quantities of lines, by their id or external id; 0 takes a line off.
                     * @default []
                     */
                    lines?: {
                        line: string;
                        quantity: number;
                    }[];
                    /** @default [] */
                    add?: {
                        sku: string;
                        title?: string;
                        quantity: number;
                        /** @description In whole currency units. */
                        unitPrice: string;
                        /** @default 0 */
                        discountMinor?: number;
                        /** @default [] */
                        taxes?: {
                            title: string;
                            /** @description "0.19" is 19 percent. */
                            rate: string;
                        }[];
                        /** @default true */
                        requiresShipping?: boolean;
                    }[];
                    shippingAddress?: {
                        name?: string;
                        company?: string;
                        line1?: string;
                        line2?: string;
                        city?: string;
                        postalCode?: string;
                        /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                        subdivision?: string;
                        country?: string;
                        phone?: string;
                        email?: string;
                    };
                    billingAddress?: {
                        name?: string;
                        company?: string;
                        line1?: string;
                        line2?: string;
                        city?: string;
                        postalCode?: string;
                        /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                        subdivision?: string;
                        country?: string;
                        phone?: string;
                        email?: string;
                    };
                    /** @description The methods of shipping, with their prices. */
                    shipping?: {
                        title: string;
                        code?: string;
                        /** @description Whole minor units of the document's currency. */
                        amountMinor: number;
                        /**
                         * @description Whole minor units of the document's currency.
                         * @default 0
                         */
                        discountMinor?: number;
                        /** @default [] */
                        taxes?: {
                            title: string;
                            /** @description As a fraction: "0.19" is 19 percent. */
                            rate?: string;
                            /** @description Whole minor units of the document's currency. */
                            amountMinor: number;
                        }[];
                    }[];
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    split_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "2",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: {
                        /** @description The id of a line, or the external id that its source gave it. */
                        line: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ],
                     *       "split": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "number": "#1001"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderSplit"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_orders: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "orders": [
                 *         "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description They end as merged. */
                    orders: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach_to_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "gift card.txt",
                 *       "contentType": "text/plain",
                 *       "base64": "SGFwcHkgYmlydGhkYXkh"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    contentType: "application/pdf" | "image/png" | "image/jpeg" | "image/gif" | "text/plain" | "text/csv" | "application/json" | "application/xml";
                    /** @description The content; it must be what contentType says. */
                    base64: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ],
                     *       "attachment": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAttached"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, under its own content type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such attachment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    detach_from_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validate_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "policy": {
                 *         "out-of-stock": "manual",
                 *         "price-differs": null
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Which finding holds the order, and how, where it differs from the usual; null lets it pass. */
                    policy?: {
                        "unknown-sku"?: string | null;
                        "not-sellable"?: string | null;
                        "price-differs"?: string | null;
                        "tax-differs"?: string | null;
                        "total-differs"?: string | null;
                        "out-of-stock"?: string | null;
                        "address-missing"?: string | null;
                        "address-incomplete"?: string | null;
                        "country-unknown"?: string | null;
                        "subdivision-unknown"?: string | null;
                        "postal-code-malformed"?: string | null;
                        "phone-malformed"?: string | null;
                        "email-malformed"?: string | null;
                        duplicate?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 7,
                     *       "events": [
                     *         "OrderHeld"
                     *       ],
                     *       "findings": [
                     *         {
                     *           "code": "unknown-sku",
                     *           "at": "at",
                     *           "message": "message"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderValidated"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_prices: {
        parameters: {
            query?: {
                sku?: string;
                currency?: string;
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sku": "MUG-01",
                     *           "currency": "EUR",
                     *           "unitPrice": "unitPrice",
                     *           "toleranceBps": 2,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: {
                            sku: string;
                            currency: string;
                            unitPrice: string;
                            toleranceBps: number;
                            updatedAt: string;
                        }[];
                        cursor: string | null;
                    };
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_prices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "prices": [
                 *         {
                 *           "sku": "MUG-01",
                 *           "currency": "EUR",
                 *           "unitPrice": "19.99",
                 *           "toleranceBps": 100
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    prices: {
                        sku: string;
                        currency: string;
                        /** @description Of one unit, in whole currency units. */
                        unitPrice: string;
                        /**
                         * @description How far a price may be off: 100 is 1 %.
                         * @default 0
                         */
                        toleranceBps?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_validation_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "channel": "*",
                     *           "mode": "warn",
                     *           "holds": {
                     *             "unknown-sku": "manual",
                     *             "not-sellable": "manual",
                     *             "price-differs": "manual",
                     *             "tax-differs": "manual",
                     *             "total-differs": "manual",
                     *             "out-of-stock": "manual",
                     *             "address-missing": "manual",
                     *             "address-incomplete": "manual",
                     *             "country-unknown": "manual",
                     *             "subdivision-unknown": "manual",
                     *             "postal-code-malformed": "manual",
                     *             "phone-malformed": "manual",
                     *             "email-malformed": "manual",
                     *             "duplicate": "manual"
                     *           },
                     *           "setBy": "setBy",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /**
                             * @description * is for all channels without a policy of their own.
                             * @enum {string}
                             */
                            channel: "*" | "online" | "marketplace" | "store" | "b2b" | "phone";
                            /** @enum {string} */
                            mode: "warn" | "hold";
                            holds: {
                                "unknown-sku"?: string | null;
                                "not-sellable"?: string | null;
                                "price-differs"?: string | null;
                                "tax-differs"?: string | null;
                                "total-differs"?: string | null;
                                "out-of-stock"?: string | null;
                                "address-missing"?: string | null;
                                "address-incomplete"?: string | null;
                                "country-unknown"?: string | null;
                                "subdivision-unknown"?: string | null;
                                "postal-code-malformed"?: string | null;
                                "phone-malformed"?: string | null;
                                "email-malformed"?: string | null;
                                duplicate?: string | null;
                            };
                            setBy: string;
                            updatedAt: string;
                        }[];
                    };
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_validation_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "marketplace",
                 *       "mode": "hold",
                 *       "holds": {
                 *         "out-of-stock": "manual"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description * is for all channels without a policy of their own.
                     * @enum {string}
                     */
                    channel: "*" | "online" | "marketplace" | "store" | "b2b" | "phone";
                    /**
                     * @description warn records what is found, hold also keeps the order from the warehouse for it.
                     * @enum {string}
                     */
                    mode: "off" | "warn" | "hold";
                    /**
                     * @description Which finding holds, and how, where it differs from the usual; null lets it pass.
                     * @default {}
                     */
                    holds?: {
                        "unknown-sku"?: string | null;
                        "not-sellable"?: string | null;
                        "price-differs"?: string | null;
                        "tax-differs"?: string | null;
                        "total-differs"?: string | null;
                        "out-of-stock"?: string | null;
                        "address-missing"?: string | null;
                        "address-incomplete"?: string | null;
                        "country-unknown"?: string | null;
                        "subdivision-unknown"?: string | null;
                        "postal-code-malformed"?: string | null;
                        "phone-malformed"?: string | null;
                        "email-malformed"?: string | null;
                        duplicate?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_order_payments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Amounts in minor units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "EUR",
                     *       "sums": {
                     *         "authorizedMinor": 2,
                     *         "openMinor": 2,
                     *         "capturedMinor": 2,
                     *         "voidedMinor": 2,
                     *         "expiredMinor": 2,
                     *         "refundedMinor": 2,
                     *         "chargedBackMinor": 2,
                     *         "keptMinor": 2,
                     *         "unauthorizedMinor": 2,
                     *         "unmatchedMinor": 2,
                     *         "pendingCaptureMinor": 2,
                     *         "pendingVoidMinor": 2,
                     *         "pendingRefundMinor": 2,
                     *         "pendingAuthorizationMinor": 2
                     *       },
                     *       "payments": [
                     *         {
                     *           "payment": "payment",
                     *           "provider": "acme-pay",
                     *           "method": "card",
                     *           "sums": {
                     *             "authorizedMinor": 2,
                     *             "openMinor": 2,
                     *             "capturedMinor": 2,
                     *             "voidedMinor": 2,
                     *             "expiredMinor": 2,
                     *             "refundedMinor": 2,
                     *             "chargedBackMinor": 2,
                     *             "keptMinor": 2,
                     *             "unauthorizedMinor": 2,
                     *             "unmatchedMinor": 2,
                     *             "pendingCaptureMinor": 2,
                     *             "pendingVoidMinor": 2,
                     *             "pendingRefundMinor": 2,
                     *             "pendingAuthorizationMinor": 2
                     *           },
                     *           "entries": [
                     *             {
                     *               "id": "id",
                     *               "payment": "payment",
                     *               "provider": "acme-pay",
                     *               "method": "card",
                     *               "kind": "authorization",
                     *               "status": "pending",
                     *               "amountMinor": 2,
                     *               "externalId": "ext-1",
                     *               "at": "2026-11-02T10:00:00.000Z",
                     *               "statedAt": "2026-11-02T10:00:00.000Z",
                     *               "expiresAt": "2026-11-02T10:00:00.000Z",
                     *               "cause": "cause",
                     *               "reason": "counted"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "amountMinor": 2,
                     *           "lines": [
                     *             {
                     *               "line": "line",
                     *               "quantity": 2,
                     *               "amountMinor": 2
                     *             }
                     *           ],
                     *           "shippingMinor": 2,
                     *           "adjustmentMinor": 2,
                     *           "returnId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "reason": "counted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPayments"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "vouchers",
                 *       "externalId": "GC-77",
                 *       "method": "gift_card",
                 *       "kind": "sale",
                 *       "amountMinor": 2000
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who holds the money.
                     * @example stripe
                     */
                    provider: string;
                    /**
                     * @description The provider's key of the payment that it belongs to.
                     * @example ch_3Nabc
                     */
                    payment?: string;
                    /**
                     * @description The provider's key of the movement; the same one again changes nothing.
                     * @example ch_3Nabc
                     */
                    externalId: string;
                    /** @example card */
                    method: string;
                    /** @enum {string} */
                    kind: "authorization" | "capture" | "sale" | "void" | "refund" | "chargeback" | "chargeback-reversal";
                    /** @example 4990 */
                    amountMinor: number;
                    /**
                     * Format: date-time
                     * @example 2026-03-02T10:00:00Z
                     */
                    at?: string;
                    /**
                     * Format: date-time
                     * @description Of an authorization.
                     * @example 2026-03-02T10:00:00Z
                     */
                    expiresAt?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authorize_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe",
                 *       "method": "card",
                 *       "amountMinor": 4990
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who holds the money.
                     * @example stripe
                     */
                    provider: string;
                    /** @example card */
                    method: string;
                    /** @example 4990 */
                    amountMinor: number;
                    /**
                     * @description The payment whose authorization it takes the place of.
                     * @example stripe/pi_3Nabc
                     */
                    payment?: string;
                    /**
                     * Format: date-time
                     * @example 2026-03-02T10:00:00Z
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    capture_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountMinor": 4990
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Which payment of the order; all of them when absent.
                     * @example stripe/pi_3Nabc
                     */
                    payment?: string;
                    /**
                     * @description All that there is when absent.
                     * @example 4990
                     */
                    amountMinor?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    void_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the buyer pays by invoice"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Which payment of the order; all of them when absent.
                     * @example stripe/pi_3Nabc
                     */
                    payment?: string;
                    /**
                     * @description All that there is when absent.
                     * @example 4990
                     */
                    amountMinor?: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "reason": "arrived broken"
                 *     }
                 */
                "application/json": {
                    lines?: {
                        line: string;
                        quantity: number;
                        /** @description What was paid for the units when absent. */
                        amountMinor?: number;
                    }[];
                    shippingMinor?: number;
                    /** @description Beyond lines and shipping; negative for a restocking fee. */
                    adjustmentMinor?: number;
                    /**
                     * @description Which payment of the order; all of them when absent.
                     * @example stripe/pi_3Nabc
                     */
                    payment?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ch_3Nabc"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The provider's key of the movement.
                     * @example ch_3Nabc
                     */
                    externalId?: string;
                    /**
                     * Format: date-time
                     * @description Of an authorization.
                     * @example 2026-03-02T10:00:00Z
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fail_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "card declined"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payment_policies: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                provider?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "provider": "acme-pay",
                     *           "capture": "manual",
                     *           "isReauthorizing": true,
                     *           "version": 2,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PaymentPolicy"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_payment_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe",
                 *       "capture": "shipment",
                 *       "isReauthorizing": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who holds the money.
                     * @example stripe
                     */
                    provider: string;
                    /**
                     * @description shipment: what has left is captured.
                     * @enum {string}
                     */
                    capture: "manual" | "shipment";
                    /** @default false */
                    isReauthorizing?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payouts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                provider?: string;
                reference?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "provider": "acme-pay",
                     *           "reference": "shop-1001",
                     *           "currency": "EUR",
                     *           "statedMinor": 2,
                     *           "summedMinor": 2,
                     *           "differenceMinor": 2,
                     *           "feeMinor": 2,
                     *           "lines": 2,
                     *           "open": 2,
                     *           "paidAt": "2026-11-02T10:00:00.000Z",
                     *           "createdBy": "createdBy",
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "payoutLines": [
                     *             {}
                     *           ],
                     *           "awaited": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Payout"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    book_payout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "stripe",
                 *       "reference": "po_1",
                 *       "currency": "EUR",
                 *       "statedMinor": 4815,
                 *       "paidAt": "2026-03-04T00:00:00Z",
                 *       "lines": [
                 *         {
                 *           "externalId": "ch_3Nabc",
                 *           "kind": "payment",
                 *           "amountMinor": 4990,
                 *           "feeMinor": 175
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who holds the money.
                     * @example stripe
                     */
                    provider: string;
                    /**
                     * @description The provider's key of the payout.
                     * @example ch_3Nabc
                     */
                    reference: string;
                    currency: string;
                    /** @description What was paid out, after fees. */
                    statedMinor: number;
                    /**
                     * Format: date-time
                     * @example 2026-03-02T10:00:00Z
                     */
                    paidAt: string;
                    lines: {
                        /** @example ch_3Nabc */
                        externalId: string;
                        /** @enum {string} */
                        kind: "payment" | "refund" | "chargeback" | "chargeback-reversal" | "fee" | "adjustment";
                        /**
                         * @description Signed as it changes the payout: a refund is negative.
                         * @example 4990
                         */
                        amountMinor: number;
                        /**
                         * @description Taken off the amount.
                         * @default 0
                         * @example 175
                         */
                        feeMinor?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "summedMinor": 2,
                     *       "differenceMinor": 2,
                     *       "findings": {},
                     *       "open": [
                     *         {
                     *           "externalId": "ch_3Nabc",
                     *           "kind": "payment",
                     *           "amountMinor": 4990,
                     *           "feeMinor": 175,
                     *           "finding": "finding",
                     *           "entry": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "ledgerMinor": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1,
                 *           "reason": "wrong-size"
                 *         }
                 *       ],
                 *       "resolution": "exchange"
                 *     }
                 */
                "application/json": {
                    lines: {
                        /** @example 1 */
                        line: string;
                        /** @example 1 */
                        quantity: number;
                        /** @enum {string} */
                        reason: "unwanted" | "wrong-size" | "wrong-item" | "not-as-described" | "defective" | "damaged" | "late" | "other";
                        /**
                         * @description As the buyer says.
                         * @default new
                         * @enum {string}
                         */
                        condition?: "new" | "opened" | "used" | "damaged";
                    }[];
                    /**
                     * @description What the buyer wants for them.
                     * @default refund
                     * @enum {string}
                     */
                    resolution?: "refund" | "exchange" | "store-credit";
                    /**
                     * @description Where the goods are to come to; the first location when absent.
                     * @example main
                     */
                    location?: string;
                    note?: string;
                    /** @description Why the policy is passed over. */
                    exception?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "R17",
                     *       "status": "authorized",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    label_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "R17",
                     *       "status": "authorized",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines?: {
                        /** @example 1 */
                        line: string;
                        /** @example 1 */
                        quantity: number;
                    }[];
                    /** @example main */
                    location?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "R17",
                     *       "status": "authorized",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspect_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": "1",
                 *           "quantity": 1,
                 *           "condition": "opened",
                 *           "disposition": "restock"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: {
                        /** @example 1 */
                        line: string;
                        /** @example 1 */
                        quantity: number;
                        /** @enum {string} */
                        condition: "new" | "opened" | "used" | "damaged";
                        /** @enum {string} */
                        disposition: "restock" | "refurbish" | "scrap" | "supplier";
                    }[];
                    /**
                     * @description Where they lie, when not where the return was to come to.
                     * @example main
                     */
                    location?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "R17",
                     *       "status": "authorized",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_returned_goods: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    lines?: {
                        /** @example 1 */
                        line: string;
                        /** @example 1 */
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "R17",
                     *       "status": "authorized",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "R17",
                     *       "status": "authorized",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolve_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resolution": "exchange",
                 *       "exchange": [
                 *         {
                 *           "sku": "MUG-02",
                 *           "quantity": 1,
                 *           "unitPrice": "24.90"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Inspected or kept units; all when absent. */
                    lines?: {
                        /** @example 1 */
                        line: string;
                        /** @example 1 */
                        quantity: number;
                    }[];
                    /**
                     * @description What the return was opened for when absent.
                     * @enum {string}
                     */
                    resolution?: "refund" | "exchange" | "store-credit";
                    /** @description What is sent instead. */
                    exchange?: {
                        /** @example MUG-01 */
                        sku: string;
                        title?: string;
                        quantity: number;
                        /** @description In whole currency units. */
                        unitPrice: string;
                        /** @default 0 */
                        discountMinor?: number;
                        /** @default [] */
                        taxes?: {
                            title: string;
                            rate: string;
                        }[];
                        /** @default true */
                        requiresShipping?: boolean;
                    }[];
                    shippingMinor?: number;
                    /** @description Taken off; by the policy when absent. */
                    feeMinor?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "R17",
                     *       "status": "authorized",
                     *       "version": 1,
                     *       "refund": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "amountMinor": 2,
                     *       "exchange": {
                     *         "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *         "number": "#1001",
                     *         "collectMinor": 2
                     *       },
                     *       "credit": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01"
                     *     }
                     */
                    "application/json": components["schemas"]["ResolvedReturn"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    use_store_credit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "C17",
                 *       "amountMinor": 1999
                 *     }
                 */
                "application/json": {
                    code: string;
                    /** @example 4990 */
                    amountMinor: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "version": 4,
                     *       "entries": [
                     *         {
                     *           "id": "0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f",
                     *           "kind": "capture",
                     *           "status": "pending",
                     *           "amountMinor": 4990,
                     *           "provider": "stripe"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyMoved"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_return_policies: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                channel?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "channel": "online",
                     *           "windowDays": 2,
                     *           "conditions": [
                     *             "new"
                     *           ],
                     *           "alwaysFor": [
                     *             "unwanted"
                     *           ],
                     *           "feeBps": 2,
                     *           "returnlessBelowMinor": 2,
                     *           "version": 2,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ReturnPolicy"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_return_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "windowDays": 30,
                 *       "conditions": [
                 *         "new",
                 *         "opened"
                 *       ],
                 *       "alwaysFor": [
                 *         "defective",
                 *         "damaged"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description null for every channel without a policy of its own.
                     * @default null
                     * @enum {string|null}
                     */
                    channel?: "online" | "marketplace" | "store" | "b2b" | "phone" | null;
                    windowDays: number;
                    conditions: ("new" | "opened" | "used" | "damaged")[];
                    /**
                     * @description The seller's own faults.
                     * @default []
                     */
                    alwaysFor?: ("unwanted" | "wrong-size" | "wrong-item" | "not-as-described" | "defective" | "damaged" | "late" | "other")[];
                    /**
                     * @description Taken off: 1000 is 10 %.
                     * @default 0
                     */
                    feeBps?: number;
                    /**
                     * @description Cheaper goods stay with the buyer.
                     * @default null
                     */
                    returnlessBelowMinor?: number | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_cases: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                number?: string;
                state?: string;
                kind?: string;
                orderId?: string;
                externalId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "number": "#1001",
                     *           "kind": "complaint",
                     *           "subject": "order/ext-1",
                     *           "state": "open",
                     *           "priority": "low",
                     *           "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "orderNumber": "orderNumber",
                     *           "returnId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "connection": "connection",
                     *           "externalId": "ext-1",
                     *           "answerDueAt": "2026-11-02T10:00:00.000Z",
                     *           "answeredAt": "2026-11-02T10:00:00.000Z",
                     *           "solveDueAt": "2026-11-02T10:00:00.000Z",
                     *           "solvedAt": "2026-11-02T10:00:00.000Z",
                     *           "version": 2,
                     *           "createdBy": "createdBy",
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z",
                     *           "messages": [
                     *             {
                     *               "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "direction": "in",
                     *               "author": "author",
                     *               "text": "text",
                     *               "at": "2026-11-02T10:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Case"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "The mug came broken",
                 *       "text": "It is in two pieces.",
                 *       "priority": "high"
                 *     }
                 */
                "application/json": {
                    /**
                     * @default complaint
                     * @enum {string}
                     */
                    kind?: "complaint" | "question" | "claim";
                    subject: string;
                    text: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high";
                    /** Format: uuid */
                    orderId?: string;
                    /** Format: uuid */
                    returnId?: string;
                    /** @description Time to the first answer; by priority when absent. */
                    answerHours?: number;
                    /** @description Time to the solution; by priority when absent. */
                    solveHours?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "K12",
                     *       "state": "open",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CaseChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_case_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "direction": "out",
                 *       "text": "We send you another one."
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    direction: "in" | "out" | "note";
                    text: string;
                    author?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "K12",
                     *       "state": "open",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CaseChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "solved"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    state: "open" | "waiting" | "solved" | "closed";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "K12",
                     *       "state": "open",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CaseChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "crm",
                 *       "externalId": "500AA000001"
                 *     }
                 */
                "application/json": {
                    connection: string;
                    externalId: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f",
                     *       "number": "K12",
                     *       "state": "open",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CaseChanged"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    state_destination_totals: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "erp",
                 *       "grandMinor": 11900,
                 *       "taxMinor": 1900
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The name of a connection.
                     * @example erp
                     */
                    connection: string;
                    grandMinor: number;
                    linesMinor?: number;
                    shippingMinor?: number;
                    taxMinor?: number;
                    /** @description A rounding line that stands there beside it. */
                    levelledMinor?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_difference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "erp",
                 *       "note": "the buyer was given a credit note there"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The name of a connection.
                     * @example erp
                     */
                    connection: string;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_closing_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "erp",
                 *       "toleranceMinor": 2
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The name of a connection.
                     * @example erp
                     */
                    connection: string;
                    toleranceMinor: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_closed_differences: {
        parameters: {
            query: {
                /** @description In UTC. */
                day: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "day",
                     *       "rows": [
                     *         {
                     *           "connection": "connection",
                     *           "currency": "EUR",
                     *           "closing": "equal",
                     *           "cause": "cause",
                     *           "orders": 2,
                     *           "sumMinor": 2,
                     *           "absoluteMinor": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ClosedDifferences"];
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_connectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "title": "Stoneware mug",
                     *           "kind": "kind",
                     *           "apiVersion": "apiVersion",
                     *           "docs": "docs",
                     *           "capabilities": [
                     *             "capability"
                     *           ],
                     *           "topics": [
                     *             "order"
                     *           ],
                     *           "secretSettings": [
                     *             "secretSetting"
                     *           ],
                     *           "certification": {
                     *             "connector": "marketplace",
                     *             "apiVersion": "apiVersion",
                     *             "score": "score",
                     *             "passed": 2,
                     *             "failed": 2,
                     *             "notApplicable": 2,
                     *             "variants": [
                     *               "variant"
                     *             ],
                     *             "checks": [
                     *               {
                     *                 "id": "id",
                     *                 "title": "Stoneware mug",
                     *                 "result": "pass"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Connector"][];
                    };
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_connectors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connector. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "title": "Stoneware mug",
                     *       "kind": "kind",
                     *       "apiVersion": "apiVersion",
                     *       "docs": "docs",
                     *       "capabilities": [
                     *         "capability"
                     *       ],
                     *       "topics": [
                     *         "order"
                     *       ],
                     *       "secretSettings": [
                     *         "secretSetting"
                     *       ],
                     *       "certification": {
                     *         "connector": "marketplace",
                     *         "apiVersion": "apiVersion",
                     *         "score": "score",
                     *         "passed": 2,
                     *         "failed": 2,
                     *         "notApplicable": 2,
                     *         "variants": [
                     *           "variant"
                     *         ],
                     *         "checks": [
                     *           {
                     *             "id": "id",
                     *             "title": "Stoneware mug",
                     *             "result": "pass",
                     *             "reason": "counted",
                     *             "evidence": [
                     *               "evidence"
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Connector"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such connector. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_orders: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                reference?: string;
                number?: string;
                externalId?: string;
                state?: string;
                channel?: string;
                connectionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "reference": "shop-1001",
                     *           "number": "#1001",
                     *           "kind": "kind",
                     *           "channel": "online",
                     *           "connectionId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "externalId": "ext-1",
                     *           "state": "open",
                     *           "status": "status",
                     *           "holds": [
                     *             "hold"
                     *           ],
                     *           "paymentState": "paymentState",
                     *           "currency": "EUR",
                     *           "grandMinor": 2,
                     *           "priority": 2,
                     *           "promisedAt": "2026-11-02T10:00:00.000Z",
                     *           "shipBy": "2026-11-02T10:00:00.000Z",
                     *           "sourceBy": "2026-11-02T10:00:00.000Z",
                     *           "tags": [
                     *             "tag"
                     *           ],
                     *           "placedAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z",
                     *           "version": 2
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Order"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_order: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ext-1",
                 *       "number": "#1001",
                 *       "placedAt": "2026-11-02T10:00:00.000Z",
                 *       "updatedAt": "2026-11-02T10:00:00.000Z",
                 *       "currency": "EUR",
                 *       "lines": [
                 *         {
                 *           "externalId": "ext-1",
                 *           "sku": "MUG-01",
                 *           "quantity": 2,
                 *           "unitPrice": "42",
                 *           "totalMinor": 2
                 *         }
                 *       ],
                 *       "totals": {
                 *         "linesMinor": 2,
                 *         "discountMinor": 2,
                 *         "shippingMinor": 2,
                 *         "taxMinor": 2,
                 *         "grandMinor": 2
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderDocument"];
            };
        };
        responses: {
            /** @description Received. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "duplicate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description The document is not valid; every finding is named. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More messages wait than can be applied in time; Retry-After says when to come again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_orders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "reference": "shop-1001",
                     *       "number": "#1001",
                     *       "kind": "kind",
                     *       "channel": "online",
                     *       "connectionId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "externalId": "ext-1",
                     *       "state": "open",
                     *       "status": "status",
                     *       "holds": [
                     *         "hold"
                     *       ],
                     *       "paymentState": "paymentState",
                     *       "currency": "EUR",
                     *       "grandMinor": 2,
                     *       "priority": 2,
                     *       "promisedAt": "2026-11-02T10:00:00.000Z",
                     *       "shipBy": "2026-11-02T10:00:00.000Z",
                     *       "sourceBy": "2026-11-02T10:00:00.000Z",
                     *       "tags": [
                     *         "tag"
                     *       ],
                     *       "placedAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_stock: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                location?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "sku": "MUG-01",
                     *           "productId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "location": "main",
                     *           "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "onHand": 2,
                     *           "reserved": 2,
                     *           "allocated": 2,
                     *           "picked": 2,
                     *           "damaged": 2,
                     *           "quality": 2,
                     *           "inTransit": 2,
                     *           "available": 2,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StockLevel"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_stock: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-01",
                 *       "location": "main",
                 *       "quantity": 2,
                 *       "measure": "on-hand",
                 *       "asOf": "2026-11-02T10:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["StockDocument"];
            };
        };
        responses: {
            /** @description Received. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "duplicate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description The document is not valid; every finding is named. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More messages wait than can be applied in time; Retry-After says when to come again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_stock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock level. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "sku": "MUG-01",
                     *       "productId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "location": "main",
                     *       "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "onHand": 2,
                     *       "reserved": 2,
                     *       "allocated": 2,
                     *       "picked": 2,
                     *       "damaged": 2,
                     *       "quality": 2,
                     *       "inTransit": 2,
                     *       "available": 2,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StockLevel"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such stock level. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_products: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                gtin?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "gtin": "4006381333931",
                     *           "title": "Stoneware mug",
                     *           "weightGrams": 2,
                     *           "hsCode": "691110",
                     *           "originCountry": "DE",
                     *           "isActive": true,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Product"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_product: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ext-1",
                 *       "sku": "MUG-01",
                 *       "title": "Stoneware mug",
                 *       "updatedAt": "2026-11-02T10:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["ProductDocument"];
            };
        };
        responses: {
            /** @description Received. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "duplicate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description The document is not valid; every finding is named. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More messages wait than can be applied in time; Retry-After says when to come again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_products: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "sku": "MUG-01",
                     *       "gtin": "4006381333931",
                     *       "title": "Stoneware mug",
                     *       "weightGrams": 2,
                     *       "hsCode": "691110",
                     *       "originCountry": "DE",
                     *       "isActive": true,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such product. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                email?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "name": "Zoë Müller",
                     *           "email": "zoe@example.com",
                     *           "phone": "+49 221 1234567",
                     *           "address": {},
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Customer"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_customer: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ext-1",
                 *       "updatedAt": "2026-11-02T10:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["CustomerDocument"];
            };
        };
        responses: {
            /** @description Received. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "duplicate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description The document is not valid; every finding is named. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More messages wait than can be applied in time; Retry-After says when to come again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_customers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "name": "Zoë Müller",
                     *       "email": "zoe@example.com",
                     *       "phone": "+49 221 1234567",
                     *       "address": {},
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such customer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_locations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "code": "main",
                     *           "name": "Zoë Müller",
                     *           "priority": 2,
                     *           "address": {},
                     *           "isActive": true,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Location"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_location: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "main",
                 *       "name": "Zoë Müller"
                 *     }
                 */
                "application/json": {
                    code: string;
                    name: string;
                    /** @default 100 */
                    priority?: number;
                    /** @default {} */
                    address?: {
                        name?: string;
                        company?: string;
                        line1?: string;
                        line2?: string;
                        city?: string;
                        postalCode?: string;
                        /** @description ISO 3166-2 part behind the hyphen, such as CA. */
                        subdivision?: string;
                        country?: string;
                        phone?: string;
                        email?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_locations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The location. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "code": "main",
                     *       "name": "Zoë Müller",
                     *       "priority": 2,
                     *       "address": {},
                     *       "isActive": true,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such location. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_shipments: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                reference?: string;
                orderId?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "reference": "shop-1001",
                     *           "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "fulfillmentOrderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "origin": "hub",
                     *           "manifestId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "carrier": "UPS",
                     *           "service": "03",
                     *           "status": "status",
                     *           "lines": [
                     *             {}
                     *           ],
                     *           "shippedAt": "2026-11-02T10:00:00.000Z",
                     *           "deliveredAt": "2026-11-02T10:00:00.000Z",
                     *           "predictedAt": "2026-11-02T10:00:00.000Z",
                     *           "lateSince": "2026-11-02T10:00:00.000Z",
                     *           "packages": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Shipment"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_shipments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipment. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "reference": "shop-1001",
                     *       "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "fulfillmentOrderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "origin": "hub",
                     *       "manifestId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "carrier": "UPS",
                     *       "service": "03",
                     *       "status": "status",
                     *       "lines": [
                     *         {}
                     *       ],
                     *       "shippedAt": "2026-11-02T10:00:00.000Z",
                     *       "deliveredAt": "2026-11-02T10:00:00.000Z",
                     *       "predictedAt": "2026-11-02T10:00:00.000Z",
                     *       "lateSince": "2026-11-02T10:00:00.000Z",
                     *       "packages": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such shipment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_fulfillment_orders: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                number?: string;
                state?: string;
                method?: string;
                location?: string;
                orderId?: string;
                orderNumber?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "number": "#1001",
                     *           "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "orderNumber": "orderNumber",
                     *           "location": "main",
                     *           "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "method": "ship",
                     *           "state": "released",
                     *           "lines": [
                     *             {
                     *               "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "sku": "MUG-01",
                     *               "quantity": 2,
                     *               "picked": 2,
                     *               "packed": 2,
                     *               "shipped": 2,
                     *               "short": 2,
                     *               "withdrawn": 2
                     *             }
                     *           ],
                     *           "version": 2,
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z",
                     *           "events": [
                     *             {
                     *               "version": 2,
                     *               "type": "type",
                     *               "actor": "cli/ops",
                     *               "at": "2026-11-02T10:00:00.000Z",
                     *               "inboxId": "inboxId",
                     *               "body": {}
                     *             }
                     *           ],
                     *           "packages": [
                     *             {
                     *               "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "shipmentId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "box": "box",
                     *               "weightGrams": 2,
                     *               "lengthMm": 2,
                     *               "widthMm": 2,
                     *               "heightMm": 2,
                     *               "trackingNumber": "1Z999AA10123456784",
                     *               "labelFormat": "labelFormat",
                     *               "lines": [
                     *                 {
                     *                   "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *                   "quantity": 2
                     *                 }
                     *               ],
                     *               "documents": [
                     *                 {
                     *                   "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *                   "kind": "kind",
                     *                   "format": "format"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["FulfillmentOrder"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_fulfillment_orders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fulfillment order. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "number": "#1001",
                     *       "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "orderNumber": "orderNumber",
                     *       "location": "main",
                     *       "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "method": "ship",
                     *       "state": "released",
                     *       "lines": [
                     *         {
                     *           "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "quantity": 2,
                     *           "picked": 2,
                     *           "packed": 2,
                     *           "shipped": 2,
                     *           "short": 2,
                     *           "withdrawn": 2
                     *         }
                     *       ],
                     *       "version": 2,
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z",
                     *       "events": [
                     *         {
                     *           "version": 2,
                     *           "type": "type",
                     *           "actor": "cli/ops",
                     *           "at": "2026-11-02T10:00:00.000Z",
                     *           "inboxId": "inboxId",
                     *           "body": {}
                     *         }
                     *       ],
                     *       "packages": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "shipmentId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "box": "box",
                     *           "weightGrams": 2,
                     *           "lengthMm": 2,
                     *           "widthMm": 2,
                     *           "heightMm": 2,
                     *           "trackingNumber": "1Z999AA10123456784",
                     *           "labelFormat": "labelFormat",
                     *           "lines": [
                     *             {
                     *               "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "quantity": 2
                     *             }
                     *           ],
                     *           "documents": [
                     *             {
                     *               "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "kind": "kind",
                     *               "format": "format"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentOrder"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such fulfillment order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_pick_lists: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                number?: string;
                state?: string;
                location?: string;
                wave?: string;
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "number": "#1001",
                     *           "location": "main",
                     *           "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "strategy": "batch",
                     *           "zone": "zone",
                     *           "wave": "wave",
                     *           "state": "open",
                     *           "version": 2,
                     *           "createdBy": "createdBy",
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z",
                     *           "picks": [
                     *             {
                     *               "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "fulfillmentOrder": "fulfillmentOrder",
                     *               "fulfillmentOrderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "sku": "MUG-01",
                     *               "title": "Stoneware mug",
                     *               "bin": "A-12",
                     *               "zone": "zone",
                     *               "lot": "L-2026-03",
                     *               "quantity": 2,
                     *               "picked": 2,
                     *               "short": 2,
                     *               "left": 2
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PickList"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_pick_lists: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "main",
                 *       "strategy": "wave",
                 *       "wave": "noon",
                 *       "maxOrders": 12
                 *     }
                 */
                "application/json": {
                    /** @description The code of the location. */
                    location: string;
                    /**
                     * @default batch
                     * @enum {string}
                     */
                    strategy?: "batch" | "wave" | "zone";
                    /** @description A name for what goes out together. */
                    wave?: string;
                    /** @description Ids or numbers; all that wait when absent. */
                    fulfillmentOrders?: string[];
                    /**
                     * Format: date-time
                     * @description Only orders placed before this instant: those that make a cut-off.
                     */
                    placedBefore?: string;
                    /**
                     * @description At most so many fulfillment orders on one list.
                     * @default 20
                     */
                    maxOrders?: number;
                    /**
                     * @description At most so many units on one list, but for an order alone.
                     * @default 200
                     */
                    maxUnits?: number;
                    /**
                     * @description At most so many fulfillment orders in all.
                     * @default 1000
                     */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "019abc00-0000-7000-8000-00000000000a",
                     *         "number": "PL17",
                     *         "zone": null,
                     *         "orders": 12,
                     *         "units": 31
                     *       }
                     *     ]
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: string;
                        zone: string | null;
                        orders: number;
                        units: number;
                    }[];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_pick_lists: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pick list. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "number": "#1001",
                     *       "location": "main",
                     *       "locationId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "strategy": "batch",
                     *       "zone": "zone",
                     *       "wave": "wave",
                     *       "state": "open",
                     *       "version": 2,
                     *       "createdBy": "createdBy",
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z",
                     *       "picks": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "fulfillmentOrder": "fulfillmentOrder",
                     *           "fulfillmentOrderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "title": "Stoneware mug",
                     *           "bin": "A-12",
                     *           "zone": "zone",
                     *           "lot": "L-2026-03",
                     *           "quantity": 2,
                     *           "picked": 2,
                     *           "short": 2,
                     *           "left": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PickList"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such pick list. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_boxes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "code": "main",
                     *           "lengthMm": 2,
                     *           "widthMm": 2,
                     *           "heightMm": 2,
                     *           "maxGrams": 2,
                     *           "tareGrams": 2,
                     *           "costMinor": 2,
                     *           "isActive": true,
                     *           "version": 2,
                     *           "updatedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Box"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_box: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "S",
                 *       "lengthMm": 200,
                 *       "widthMm": 150,
                 *       "heightMm": 100,
                 *       "maxGrams": 5000,
                 *       "tareGrams": 90,
                 *       "costMinor": 35
                 *     }
                 */
                "application/json": {
                    code: string;
                    /** @description Millimetres. */
                    lengthMm: number;
                    /** @description Millimetres. */
                    widthMm: number;
                    /** @description Inner size, in millimetres. */
                    heightMm: number;
                    /** @description What it may carry. */
                    maxGrams: number;
                    /**
                     * @description What it weighs itself.
                     * @default 0
                     */
                    tareGrams?: number;
                    /**
                     * @description What it costs, in minor units.
                     * @default 0
                     */
                    costMinor?: number;
                    /** @default true */
                    isActive?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_boxes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The box. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "code": "main",
                     *       "lengthMm": 2,
                     *       "widthMm": 2,
                     *       "heightMm": 2,
                     *       "maxGrams": 2,
                     *       "tareGrams": 2,
                     *       "costMinor": 2,
                     *       "isActive": true,
                     *       "version": 2,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Box"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such box. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_manifests: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                number?: string;
                location?: string;
                carrier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "number": "#1001",
                     *           "location": "main",
                     *           "carrier": "UPS",
                     *           "shipments": 2,
                     *           "packages": 2,
                     *           "weightGrams": 2,
                     *           "createdBy": "createdBy",
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "parcels": [
                     *             {
                     *               "shipment": "shipment",
                     *               "trackingNumber": "1Z999AA10123456784",
                     *               "weightGrams": 2
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Manifest"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_manifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "location": "main",
                 *       "carrier": "UPS"
                 *     }
                 */
                "application/json": {
                    location: string;
                    carrier: string;
                    /**
                     * @description false: the carrier is told later, by close-day.
                     * @default true
                     */
                    tells?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000004",
                     *       "number": "M12",
                     *       "shipments": 41,
                     *       "packages": 44,
                     *       "weightGrams": 61250,
                     *       "requests": [
                     *         "019abc00-0000-7000-8000-000000000004"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        id: string;
                        number: string;
                        shipments: number;
                        packages: number;
                        weightGrams: number;
                        /** @description What carriers were told: /api/v1/carrier-requests/{id}. */
                        requests: string[];
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_manifests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "number": "#1001",
                     *       "location": "main",
                     *       "carrier": "UPS",
                     *       "shipments": 2,
                     *       "packages": 2,
                     *       "weightGrams": 2,
                     *       "createdBy": "createdBy",
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "parcels": [
                     *         {
                     *           "shipment": "shipment",
                     *           "trackingNumber": "1Z999AA10123456784",
                     *           "weightGrams": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such manifest. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notices: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                kind?: string;
                subject?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "kind": "late-delivery",
                     *           "subject": "order/ext-1",
                     *           "detail": {},
                     *           "state": "open",
                     *           "raisedAt": "2026-11-02T10:00:00.000Z",
                     *           "settledAt": "2026-11-02T10:00:00.000Z",
                     *           "settledBy": "settledBy"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_notices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notice. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "kind": "late-delivery",
                     *       "subject": "order/ext-1",
                     *       "detail": {},
                     *       "state": "open",
                     *       "raisedAt": "2026-11-02T10:00:00.000Z",
                     *       "settledAt": "2026-11-02T10:00:00.000Z",
                     *       "settledBy": "settledBy"
                     *     }
                     */
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such notice. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_connections: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                name?: string;
                connector?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "name": "Zoë Müller",
                     *           "connector": "marketplace",
                     *           "state": "active",
                     *           "settings": {},
                     *           "fault": {},
                     *           "version": 2,
                     *           "createdAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Connection"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_connection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "42",
                 *       "connector": "marketplace",
                 *       "settings": {}
                 *     }
                 */
                "application/json": {
                    name: string;
                    connector: string;
                    settings: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description A user is to agree in a browser: then ask to authorize it.
                     * @default false
                     */
                    oauth?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_connections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "name": "Zoë Müller",
                     *       "connector": "marketplace",
                     *       "state": "active",
                     *       "settings": {},
                     *       "fault": {},
                     *       "version": 2,
                     *       "createdAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such connection. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_inbox: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                connectionId?: string;
                topic?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "connectionId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "messageId": "messageId",
                     *           "topic": "order",
                     *           "subject": "order/ext-1",
                     *           "origin": "webhook",
                     *           "state": "received",
                     *           "attempts": 2,
                     *           "reason": "counted",
                     *           "fault": {},
                     *           "receivedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["InboxMessage"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_inbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The inbox message. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "connectionId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "messageId": "messageId",
                     *       "topic": "order",
                     *       "subject": "order/ext-1",
                     *       "origin": "webhook",
                     *       "state": "received",
                     *       "attempts": 2,
                     *       "reason": "counted",
                     *       "fault": {},
                     *       "receivedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["InboxMessage"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such inbox message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                connectionId?: string;
                operation?: string;
                state?: string;
                reference?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "connectionId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "operation": "operation",
                     *           "reference": "shop-1001",
                     *           "subject": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "state": "prepared",
                     *           "attempts": 2,
                     *           "sends": 2,
                     *           "fault": {},
                     *           "receipt": {},
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "settledAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_deliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "connectionId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "operation": "operation",
                     *       "reference": "shop-1001",
                     *       "subject": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "state": "prepared",
                     *       "attempts": 2,
                     *       "sends": 2,
                     *       "fault": {},
                     *       "receipt": {},
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "settledAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such delivery. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_transfers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transfer. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "from": "main",
                     *       "to": "store-7",
                     *       "status": "draft",
                     *       "expectedOn": "expectedOn",
                     *       "note": "Call before delivery",
                     *       "lines": [
                     *         {
                     *           "sku": "MUG-01",
                     *           "quantity": 2,
                     *           "sent": 2,
                     *           "received": 2,
                     *           "damaged": 2,
                     *           "lost": 2,
                     *           "cancelled": 2,
                     *           "inTransit": 2
                     *         }
                     *       ],
                     *       "version": 2,
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such transfer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_counts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock count. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "location": "main",
                     *       "kind": "full",
                     *       "status": "open",
                     *       "note": "Call before delivery",
                     *       "lines": 2,
                     *       "counted": 2,
                     *       "variances": 2,
                     *       "version": 2,
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StockCount"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such stock count. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_selling_policies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The selling policy. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "sku": "MUG-01",
                     *       "selling": "stock",
                     *       "limit": 2,
                     *       "leadDays": 2,
                     *       "availableOn": "2026-11-02",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SellingPolicy"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such selling policy. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_safety_stocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The safety stock. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "sku": "MUG-01",
                     *       "location": "main",
                     *       "quantity": 2,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SafetyStock"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such safety stock. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_channel_policies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channel policy. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "connection": "connection",
                     *       "sku": "MUG-01",
                     *       "buffer": 2,
                     *       "oversellProbability": 2,
                     *       "cap": 2,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ChannelPolicy"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such channel policy. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_publications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock publication. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "connection": "connection",
                     *       "sku": "MUG-01",
                     *       "place": "place",
                     *       "quantity": 2,
                     *       "sent": 2,
                     *       "lagSeconds": 2,
                     *       "publishedAt": "2026-11-02T10:00:00.000Z",
                     *       "buffer": {
                     *         "units": 2,
                     *         "salesPerHour": 2,
                     *         "lagSeconds": 2,
                     *         "computedAt": "2026-11-02T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StockPublication"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such stock publication. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_bins: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bin. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "location": "main",
                     *       "code": "main",
                     *       "zone": "zone",
                     *       "walk": 2,
                     *       "isActive": true
                     *     }
                     */
                    "application/json": components["schemas"]["Bin"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such bin. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_bundles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "sku": "MUG-01",
                     *       "title": "Stoneware mug",
                     *       "components": [
                     *         {
                     *           "sku": "MUG-01",
                     *           "quantity": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such bundle. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_units: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "sku": "MUG-01",
                     *       "code": "main",
                     *       "numerator": 2,
                     *       "denominator": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ProductUnit"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such unit. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_lots: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                sku?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "code": "main",
                     *           "isSerial": true,
                     *           "expiresOn": "2026-11-02",
                     *           "quantity": 2,
                     *           "createdAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Lot"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_lots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lot. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "sku": "MUG-01",
                     *       "code": "main",
                     *       "isSerial": true,
                     *       "expiresOn": "2026-11-02",
                     *       "quantity": 2,
                     *       "createdAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such lot. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payments: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                orderId?: string;
                provider?: string;
                kind?: string;
                status?: string;
                externalId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "id",
                     *           "payment": "payment",
                     *           "provider": "acme-pay",
                     *           "method": "card",
                     *           "kind": "authorization",
                     *           "status": "pending",
                     *           "amountMinor": 2,
                     *           "externalId": "ext-1",
                     *           "at": "2026-11-02T10:00:00.000Z",
                     *           "statedAt": "2026-11-02T10:00:00.000Z",
                     *           "expiresAt": "2026-11-02T10:00:00.000Z",
                     *           "cause": "cause",
                     *           "reason": "counted",
                     *           "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "orderNumber": "orderNumber",
                     *           "orderReference": "orderReference",
                     *           "currency": "EUR",
                     *           "createdAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PaymentEntry"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_payment: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ext-1",
                 *       "orderExternalId": "orderExternalId",
                 *       "method": "card",
                 *       "kind": "authorization",
                 *       "status": "pending",
                 *       "amountMinor": 2,
                 *       "currency": "EUR",
                 *       "at": "2026-11-02T10:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["PaymentDocument"];
            };
        };
        responses: {
            /** @description Received. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "duplicate": true
                     *     }
                     */
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description The document is not valid; every finding is named. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More messages wait than can be applied in time; Retry-After says when to come again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_payments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The movement of money. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "payment": "payment",
                     *       "provider": "acme-pay",
                     *       "method": "card",
                     *       "kind": "authorization",
                     *       "status": "pending",
                     *       "amountMinor": 2,
                     *       "externalId": "ext-1",
                     *       "at": "2026-11-02T10:00:00.000Z",
                     *       "statedAt": "2026-11-02T10:00:00.000Z",
                     *       "expiresAt": "2026-11-02T10:00:00.000Z",
                     *       "cause": "cause",
                     *       "reason": "counted",
                     *       "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "orderNumber": "orderNumber",
                     *       "orderReference": "orderReference",
                     *       "currency": "EUR",
                     *       "createdAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentEntry"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such movement of money. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_payment_policies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment policy. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "provider": "acme-pay",
                     *       "capture": "manual",
                     *       "isReauthorizing": true,
                     *       "version": 2,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentPolicy"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such payment policy. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_returns: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                number?: string;
                orderId?: string;
                orderNumber?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "number": "#1001",
                     *           "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "orderNumber": "orderNumber",
                     *           "status": "authorized",
                     *           "resolution": "refund",
                     *           "exception": "exception",
                     *           "note": "Call before delivery",
                     *           "location": "main",
                     *           "lines": [
                     *             {
                     *               "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *               "sku": "MUG-01",
                     *               "reason": "unwanted",
                     *               "condition": "new",
                     *               "quantity": 2,
                     *               "received": 2,
                     *               "kept": 2,
                     *               "cancelled": 2,
                     *               "restock": 2,
                     *               "refurbish": 2,
                     *               "scrap": 2,
                     *               "supplier": 2,
                     *               "resolved": 2
                     *             }
                     *           ],
                     *           "trackingNumber": "1Z999AA10123456784",
                     *           "labelFormat": "labelFormat",
                     *           "version": 2,
                     *           "createdBy": "createdBy",
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "updatedAt": "2026-11-02T10:00:00.000Z",
                     *           "labelBase64": "labelBase64",
                     *           "refunds": [
                     *             {}
                     *           ],
                     *           "events": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Return"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_returns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The return. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "number": "#1001",
                     *       "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "orderNumber": "orderNumber",
                     *       "status": "authorized",
                     *       "resolution": "refund",
                     *       "exception": "exception",
                     *       "note": "Call before delivery",
                     *       "location": "main",
                     *       "lines": [
                     *         {
                     *           "line": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "sku": "MUG-01",
                     *           "reason": "unwanted",
                     *           "condition": "new",
                     *           "quantity": 2,
                     *           "received": 2,
                     *           "kept": 2,
                     *           "cancelled": 2,
                     *           "restock": 2,
                     *           "refurbish": 2,
                     *           "scrap": 2,
                     *           "supplier": 2,
                     *           "resolved": 2
                     *         }
                     *       ],
                     *       "trackingNumber": "1Z999AA10123456784",
                     *       "labelFormat": "labelFormat",
                     *       "version": 2,
                     *       "createdBy": "createdBy",
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z",
                     *       "labelBase64": "labelBase64",
                     *       "refunds": [
                     *         {}
                     *       ],
                     *       "events": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Return"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such return. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_cases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "number": "#1001",
                     *       "kind": "complaint",
                     *       "subject": "order/ext-1",
                     *       "state": "open",
                     *       "priority": "low",
                     *       "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "orderNumber": "orderNumber",
                     *       "returnId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "connection": "connection",
                     *       "externalId": "ext-1",
                     *       "answerDueAt": "2026-11-02T10:00:00.000Z",
                     *       "answeredAt": "2026-11-02T10:00:00.000Z",
                     *       "solveDueAt": "2026-11-02T10:00:00.000Z",
                     *       "solvedAt": "2026-11-02T10:00:00.000Z",
                     *       "version": 2,
                     *       "createdBy": "createdBy",
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "updatedAt": "2026-11-02T10:00:00.000Z",
                     *       "messages": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "direction": "in",
                     *           "author": "author",
                     *           "text": "text",
                     *           "at": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such case. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_return_policies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The return policy. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "channel": "online",
                     *       "windowDays": 2,
                     *       "conditions": [
                     *         "new"
                     *       ],
                     *       "alwaysFor": [
                     *         "unwanted"
                     *       ],
                     *       "feeBps": 2,
                     *       "returnlessBelowMinor": 2,
                     *       "version": 2,
                     *       "updatedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReturnPolicy"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such return policy. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_store_credits: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                code?: string;
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "code": "main",
                     *           "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "orderNumber": "orderNumber",
                     *           "returnId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "currency": "EUR",
                     *           "amountMinor": 2,
                     *           "usedMinor": 2,
                     *           "leftMinor": 2,
                     *           "createdAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StoreCredit"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_store_credits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store credit. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "code": "main",
                     *       "orderId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "orderNumber": "orderNumber",
                     *       "returnId": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "currency": "EUR",
                     *       "amountMinor": 2,
                     *       "usedMinor": 2,
                     *       "leftMinor": 2,
                     *       "createdAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StoreCredit"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such store credit. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_payouts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payout. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "provider": "acme-pay",
                     *       "reference": "shop-1001",
                     *       "currency": "EUR",
                     *       "statedMinor": 2,
                     *       "summedMinor": 2,
                     *       "differenceMinor": 2,
                     *       "feeMinor": 2,
                     *       "lines": 2,
                     *       "open": 2,
                     *       "paidAt": "2026-11-02T10:00:00.000Z",
                     *       "createdBy": "createdBy",
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "payoutLines": [
                     *         {}
                     *       ],
                     *       "awaited": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Payout"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such payout. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From the page before. */
                cursor?: string;
                kind?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *           "kind": "kind",
                     *           "state": "queued",
                     *           "progress": 2,
                     *           "note": "Call before delivery",
                     *           "summary": {},
                     *           "fault": {},
                     *           "createdBy": "createdBy",
                     *           "createdAt": "2026-11-02T10:00:00.000Z",
                     *           "startedAt": "2026-11-02T10:00:00.000Z",
                     *           "endedAt": "2026-11-02T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "cursor": "cursor"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        cursor: string | null;
                    };
                };
            };
            /** @description A filter or the cursor is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "plan-abc",
                 *       "input": {
                 *         "text": "text"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "plan-abc";
                    options?: {
                        /**
                         * @description What the columns mean.
                         * @default uci-online-retail
                         * @enum {string}
                         */
                        mapping?: "uci-online-retail" | "demand";
                        /**
                         * @description Days of a planning period.
                         * @default 7
                         */
                        periodDays?: number;
                        /**
                         * @default revenue
                         * @enum {string}
                         */
                        criterion?: "revenue" | "margin" | "quantity" | "picks";
                        /**
                         * @description Cut where the values fall apart instead of at 80 % and 95 %.
                         * @default false
                         */
                        natural?: boolean;
                        costShare?: number;
                    };
                    /** @description A file: its text, or its bytes in base64, gzip or not. */
                    input: {
                        text?: string;
                        base64?: string;
                    };
                    /** @description What is in stock, for a replenishment. */
                    stock?: {
                        text?: string;
                        base64?: string;
                    };
                } | {
                    /** @enum {string} */
                    kind: "plan-eoq";
                    options?: {
                        /**
                         * @description What the columns mean.
                         * @default uci-online-retail
                         * @enum {string}
                         */
                        mapping?: "uci-online-retail" | "demand";
                        /**
                         * @description Days of a planning period.
                         * @default 7
                         */
                        periodDays?: number;
                        /** @description Cost of an order, in hundredths. */
                        orderCostMinor?: number;
                        /** @description Holding per year, share of the unit cost. */
                        holdingRate?: number;
                        /** @description Unit cost, share of the mean price. */
                        costShare?: number;
                        /**
                         * @description The smallest quantity that can be ordered.
                         * @default 0
                         */
                        minimum?: number;
                        /**
                         * @description Units of a pack.
                         * @default 1
                         */
                        pack?: number;
                        /**
                         * @description With the cost curve of each item; large.
                         * @default false
                         */
                        curves?: boolean;
                    };
                    /** @description A file: its text, or its bytes in base64, gzip or not. */
                    input: {
                        text?: string;
                        base64?: string;
                    };
                    /** @description What is in stock, for a replenishment. */
                    stock?: {
                        text?: string;
                        base64?: string;
                    };
                } | {
                    /** @enum {string} */
                    kind: "plan-safety-stock";
                    options?: {
                        /**
                         * @description What the columns mean.
                         * @default uci-online-retail
                         * @enum {string}
                         */
                        mapping?: "uci-online-retail" | "demand";
                        /**
                         * @description Days of a planning period.
                         * @default 7
                         */
                        periodDays?: number;
                        /** @description Cost of an order, in hundredths. */
                        orderCostMinor?: number;
                        /** @description Holding per year, share of the unit cost. */
                        holdingRate?: number;
                        /** @description Unit cost, share of the mean price. */
                        costShare?: number;
                        leadTimeDays?: number;
                        /** @description Standard deviation of the lead time. */
                        leadTimeDeviationDays?: number;
                        /** @description Share of the demand to meet from stock. */
                        fillRate?: number;
                        /**
                         * @description Share of demand met, or chance of no shortage.
                         * @default fill
                         * @enum {string}
                         */
                        service?: "fill" | "cycle";
                    };
                    /** @description A file: its text, or its bytes in base64, gzip or not. */
                    input: {
                        text?: string;
                        base64?: string;
                    };
                    /** @description What is in stock, for a replenishment. */
                    stock?: {
                        text?: string;
                        base64?: string;
                    };
                } | {
                    /** @enum {string} */
                    kind: "plan-forecast";
                    options?: {
                        /**
                         * @description What the columns mean.
                         * @default uci-online-retail
                         * @enum {string}
                         */
                        mapping?: "uci-online-retail" | "demand";
                        /**
                         * @description Days of a planning period.
                         * @default 7
                         */
                        periodDays?: number;
                        /**
                         * @description Periods to forecast.
                         * @default 8
                         */
                        horizon?: number;
                        /**
                         * @description Periods of a season; 1 for none.
                         * @default 1
                         */
                        season?: number;
                        /** @description Worker threads; one less than there are cores by default. */
                        threads?: number;
                    };
                    /** @description A file: its text, or its bytes in base64, gzip or not. */
                    input: {
                        text?: string;
                        base64?: string;
                    };
                    /** @description What is in stock, for a replenishment. */
                    stock?: {
                        text?: string;
                        base64?: string;
                    };
                } | {
                    /** @enum {string} */
                    kind: "plan-replenish";
                    options?: {
                        /**
                         * @description What the columns mean.
                         * @default uci-online-retail
                         * @enum {string}
                         */
                        mapping?: "uci-online-retail" | "demand";
                        /**
                         * @description Days of a planning period.
                         * @default 7
                         */
                        periodDays?: number;
                        /** @description Cost of an order, in hundredths. */
                        orderCostMinor?: number;
                        /** @description Holding per year, share of the unit cost. */
                        holdingRate?: number;
                        /** @description Unit cost, share of the mean price. */
                        costShare?: number;
                        leadTimeDays?: number;
                        /** @description Standard deviation of the lead time. */
                        leadTimeDeviationDays?: number;
                        /** @description Share of the demand to meet from stock. */
                        fillRate?: number;
                        /**
                         * @description Periods to forecast.
                         * @default 8
                         */
                        horizon?: number;
                        /**
                         * @description Periods of a season; 1 for none.
                         * @default 1
                         */
                        season?: number;
                        /** @description Worker threads; one less than there are cores by default. */
                        threads?: number;
                    };
                    /** @description A file: its text, or its bytes in base64, gzip or not. */
                    input: {
                        text?: string;
                        base64?: string;
                    };
                    /** @description What is in stock, for a replenishment. */
                    stock?: {
                        text?: string;
                        base64?: string;
                    };
                } | {
                    /** @enum {string} */
                    kind: "route-solve";
                    options?: {
                        /**
                         * @description How long to search.
                         * @default 60
                         */
                        seconds?: number;
                        /** @description Search this many steps instead, with a repeatable answer. */
                        steps?: number;
                        /** @description Worker threads; one less than there are cores by default. */
                        threads?: number;
                        /** @default 1 */
                        seed?: number;
                        /**
                         * @description Arc costs of Solomon files.
                         * @default tenths
                         * @enum {string}
                         */
                        rounding?: "tenths" | "exact";
                    };
                    /** @description A file: its text, or its bytes in base64, gzip or not. */
                    input: {
                        text?: string;
                        base64?: string;
                    };
                    /** @description What is in stock, for a replenishment. */
                    stock?: {
                        text?: string;
                        base64?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. The ETag names its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01",
                     *       "kind": "kind",
                     *       "state": "queued",
                     *       "progress": 2,
                     *       "note": "Call before delivery",
                     *       "summary": {},
                     *       "fault": {},
                     *       "createdBy": "createdBy",
                     *       "createdAt": "2026-11-02T10:00:00.000Z",
                     *       "startedAt": "2026-11-02T10:00:00.000Z",
                     *       "endedAt": "2026-11-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such job. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_picking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "picking",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_pick: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "units": [
                 *         {
                 *           "sku": "MUG-BLUE",
                 *           "quantity": 2
                 *         }
                 *       ],
                 *       "scan": "pda7-000123"
                 *     }
                 */
                "application/json": {
                    units?: components["schemas"]["UnitsOfLine"][];
                    /** @description The scan's own name: the same scan again changes nothing. */
                    scan?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "picked",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pick_short: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "units": [
                 *         {
                 *           "sku": "MUG-BLUE",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "reason": "not-found"
                 *     }
                 */
                "application/json": {
                    units: components["schemas"]["UnitsOfLine"][];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "picked",
                     *       "version": 4
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_pick_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "picks": [
                 *         {
                 *           "pick": "019abc00-0000-7000-8000-00000000000b",
                 *           "picked": 2,
                 *           "short": 1
                 *         }
                 *       ],
                 *       "scan": "pda7-000124"
                 *     }
                 */
                "application/json": {
                    picks: {
                        /** @description The id of a stop of the list. */
                        pick: string;
                        /** @default 0 */
                        picked?: number;
                        /**
                         * @description Units that were not there; they go back to sourcing.
                         * @default 0
                         */
                        short?: number;
                    }[];
                    /** @description The scan's own name: the same scan again changes nothing. */
                    scan?: string;
                    /**
                     * @description Why units were short.
                     * @default not-found
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-00000000000a",
                     *       "number": "PL17",
                     *       "state": "open",
                     *       "version": 2
                     *     }
                     */
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        state: "open" | "done";
                        version: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_pick_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A4 pages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such pick list. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    place_product: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-BLUE",
                 *       "location": "main",
                 *       "bin": "A-03-2",
                 *       "zone": "A"
                 *     }
                 */
                "application/json": {
                    sku: string;
                    location: string;
                    /** @description Pickers look there for units whose bin nobody has booked. A new one is added; null for none. */
                    bin: string | null;
                    /** @default null */
                    zone?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_packing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "box": {
                     *           "code": "S",
                     *           "lengthMm": 200,
                     *           "widthMm": 150,
                     *           "heightMm": 100,
                     *           "maxGrams": 5000,
                     *           "tareGrams": 90,
                     *           "costMinor": 35
                     *         },
                     *         "weightGrams": 390,
                     *         "lines": [
                     *           {
                     *             "line": "019abc00-0000-7000-8000-000000000002",
                     *             "sku": "MUG-BLUE",
                     *             "quantity": 1
                     *           }
                     *         ],
                     *         "placements": [
                     *           {
                     *             "sku": "MUG-BLUE",
                     *             "xMm": 0,
                     *             "yMm": 0,
                     *             "zMm": 0,
                     *             "lengthMm": 90,
                     *             "widthMm": 90,
                     *             "heightMm": 95
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["PackingProposal"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pack_fulfillment_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "packages": [
                 *         {
                 *           "box": "S",
                 *           "weightGrams": 405,
                 *           "units": [
                 *             {
                 *               "sku": "MUG-BLUE",
                 *               "quantity": 1
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    packages?: {
                        /** @description The code of a box of the catalogue. */
                        box?: string;
                        /** @description Gross, as weighed. */
                        weightGrams: number;
                        /** @description Millimetres. */
                        lengthMm?: number;
                        /** @description Millimetres. */
                        widthMm?: number;
                        /** @description Millimetres. */
                        heightMm?: number;
                        units: components["schemas"]["UnitsOfLine"][];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "packed",
                     *       "version": 4,
                     *       "packages": [
                     *         {
                     *           "id": "019abc00-0000-7000-8000-000000000002",
                     *           "box": "S"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"] & {
                        packages: {
                            id: string;
                            box: string | null;
                        }[];
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpack_package: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "package": "019abc00-0000-7000-8000-000000000002"
                 *     }
                 */
                "application/json": {
                    package: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "picked",
                     *       "version": 5
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach_labels: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "labels": [
                 *         {
                 *           "package": "019abc00-0000-7000-8000-000000000002",
                 *           "trackingNumber": "00340434161094042557"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    labels: {
                        package: string;
                        trackingNumber: string;
                        label?: {
                            /** @enum {string} */
                            format: "ZPL" | "EPL" | "GIF" | "PNG" | "PDF";
                            base64: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "labelled",
                     *       "version": 5
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "picking",
                     *       "version": 5
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ship_fulfillment_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "carrier": "DHL"
                 *     }
                 */
                "application/json": {
                    carrier?: string;
                    service?: string;
                    /** @description Of one parcel that was not packed here. */
                    trackingNumber?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "shipped",
                     *       "version": 6,
                     *       "shipment": "019abc00-0000-7000-8000-000000000002",
                     *       "reference": "shop-1001-F1"
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"] & {
                        shipment: string;
                        reference: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready_for_collection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "ready",
                     *       "version": 4
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    collect_fulfillment_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "shipped",
                     *       "version": 5,
                     *       "shipment": "019abc00-0000-7000-8000-000000000003",
                     *       "reference": "shop-1001-F1"
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"] & {
                        shipment: string;
                        reference: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_uncollected: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
                /** @description The ETag that was read; refused when there is a newer version. */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000001",
                     *       "number": "shop-1001-F1",
                     *       "state": "cancelled",
                     *       "version": 5
                     *     }
                     */
                    "application/json": components["schemas"]["FulfillmentState"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    size_product: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-BLUE",
                 *       "lengthMm": 90,
                 *       "widthMm": 90,
                 *       "heightMm": 95,
                 *       "turning": "upright"
                 *     }
                 */
                "application/json": {
                    sku: string;
                    /** @description Millimetres. */
                    lengthMm: number;
                    /** @description Millimetres. */
                    widthMm: number;
                    /** @description Millimetres. */
                    heightMm: number;
                    /**
                     * @description upright turns about the vertical axis alone, fixed not at all.
                     * @default any
                     * @enum {string}
                     */
                    turning?: "any" | "upright" | "fixed";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_location_fulfillment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "store",
                 *       "isPacking": true,
                 *       "collectDays": 5
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "warehouse" | "store" | "supplier";
                    /**
                     * @description false for a store that only hands out at its counter.
                     * @default true
                     */
                    isShipping?: boolean;
                    /**
                     * @description true when packages are made before labels are bought.
                     * @default false
                     */
                    isPacking?: boolean;
                    /**
                     * @description The name of the connection that is sent its orders.
                     * @default null
                     */
                    supplierConnection?: string | null;
                    /**
                     * @description Days that goods wait at the counter.
                     * @default 7
                     */
                    collectDays?: number;
                    /**
                     * @description Who carries its parcels: first (of those connected), best (offer), or the name of a connection.
                     * @default first
                     */
                    carrier?: string;
                    /**
                     * @description What its declarations have in common.
                     * @default null
                     */
                    customs?: {
                        /**
                         * @description DAP where nobody says.
                         * @enum {string}
                         */
                        incoterm?: "EXW" | "FCA" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP" | "FAS" | "FOB" | "CFR" | "CIF";
                        /** @enum {string} */
                        reason?: "sale" | "gift" | "sample" | "return" | "repair" | "intercompany" | "personal" | "other";
                        exporterTaxIds?: {
                            /**
                             * @description eori: of traders in the EU and the UK; ioss: of the import one-stop shop; gst: Australia, New Zealand, Singapore …; ein: of employers in the US; national: of a company, personal: of a person, where the country has another name for it.
                             * @enum {string}
                             */
                            kind: "eori" | "vat" | "ioss" | "gst" | "ein" | "national" | "personal";
                            number: string;
                            /** @description The country that issued it. */
                            country?: string;
                        }[];
                        remarks?: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_package_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "customs",
                 *       "format": "PDF",
                 *       "base64": "JVBERi0xLjcK"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "packing-slip" | "customs" | "dangerous-goods" | "other";
                    /** @enum {string} */
                    format: "PDF" | "PNG" | "ZPL";
                    base64: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000004"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_package_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such document. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle_notice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_tracking_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 30
                 *     }
                 */
                "application/json": {
                    /** @default 90 */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "path": "/track/7Yw0bS2mQkqv3o0hJ1c9xA",
                     *       "expiresAt": "2026-12-24T12:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        path: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sourcing_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "spring",
                     *           "version": 3,
                     *           "method": "exact",
                     *           "createdAt": "2026-03-01T09:00:00.000Z",
                     *           "createdBy": "planner",
                     *           "activeFor": [
                     *             "online"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SourcingRulesVersion"][];
                    };
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_sourcing_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "spring",
                 *       "method": "exact",
                 *       "locations": {
                 *         "hamburg": {
                 *           "zone": "Europe/Berlin",
                 *           "at": {
                 *             "latitude": 53.55,
                 *             "longitude": 9.99
                 *           },
                 *           "groups": [
                 *             "dc"
                 *           ],
                 *           "cutOff": "16:00"
                 *         }
                 *       },
                 *       "places": [
                 *         {
                 *           "country": "DE",
                 *           "postalPrefix": "80",
                 *           "latitude": 48.14,
                 *           "longitude": 11.58
                 *         }
                 *       ],
                 *       "rates": [
                 *         {
                 *           "countries": [
                 *             "DE"
                 *           ],
                 *           "baseMinor": 490,
                 *           "perKgMinor": 40,
                 *           "days": 1
                 *         }
                 *       ],
                 *       "filters": {
                 *         "cutOff": true
                 *       },
                 *       "scoring": {
                 *         "perSplitMinor": 150
                 *       },
                 *       "fallback": [
                 *         {
                 *           "without": [
                 *             "cutOff"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SourcingRules"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Zoë Müller",
                     *       "version": 2
                     *     }
                     */
                    "application/json": {
                        name: string;
                        version: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_sourcing_rules: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "spring",
                     *       "version": 3,
                     *       "method": "exact",
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "createdBy": "planner",
                     *       "activeFor": [
                     *         "online"
                     *       ],
                     *       "document": {
                     *         "name": "42",
                     *         "currency": "EUR",
                     *         "method": "priority",
                     *         "locations": {},
                     *         "places": [],
                     *         "rates": [],
                     *         "assumedWeightGrams": 0,
                     *         "promiseDays": 2,
                     *         "filters": {},
                     *         "scoring": {},
                     *         "maxLocations": 2,
                     *         "fallback": [],
                     *         "backorder": "partial",
                     *         "window": {
                     *           "seconds": 5,
                     *           "orders": 100
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SourcingRulesDocument"];
                };
            };
            /** @description The version is no number. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are no such rules. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_sourcing_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "spring",
                 *       "filters": {
                 *         "groups": [
                 *           "dc"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "findings": [
                     *         {
                     *           "at": "at",
                     *           "message": "message"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        findings: {
                            at: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate_sourcing_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "spring",
                 *       "version": 3,
                 *       "channel": "online"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description The last by default. */
                    version?: number;
                    /**
                     * @description `*` is every channel without rules of its own.
                     * @default *
                     * @enum {string}
                     */
                    channel?: "*" | "online" | "marketplace" | "store" | "b2b" | "phone";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "spring",
                     *       "version": 3,
                     *       "method": "exact",
                     *       "createdAt": "2026-03-01T09:00:00.000Z",
                     *       "createdBy": "planner",
                     *       "activeFor": [
                     *         "online"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SourcingRulesVersion"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivate_sourcing_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "online"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `*` is every channel without rules of its own.
                     * @default *
                     * @enum {string}
                     */
                    channel?: "*" | "online" | "marketplace" | "store" | "b2b" | "phone";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describe_goods: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "PAINT-5L",
                 *       "isHazardous": true,
                 *       "temperature": "ambient"
                 *     }
                 */
                "application/json": {
                    sku: string;
                    /** @default false */
                    isHazardous?: boolean;
                    /**
                     * @default ambient
                     * @enum {string}
                     */
                    temperature?: "ambient" | "chilled" | "frozen";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_order_sourcing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decisions, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "orderId",
                     *       "decisions": [
                     *         {
                     *           "version": 2,
                     *           "at": "2026-11-02T10:00:00.000Z",
                     *           "rules": "rules",
                     *           "reason": "counted",
                     *           "stage": 2,
                     *           "costMinor": 2,
                     *           "together": 2,
                     *           "locations": [
                     *             {
                     *               "location": "munich",
                     *               "outcome": "lost",
                     *               "reason": "too-far",
                     *               "figure": 612,
                     *               "text": "is too far, in km: 612"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderSourcing"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such order. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pause_connection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_connection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_connection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_connection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "about": "about"
                     *     }
                     */
                    "application/json": {
                        about: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authorize_connection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "url"
                     *     }
                     */
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    map_location: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ext-1",
                 *       "location": "main"
                 *     }
                 */
                "application/json": {
                    externalId: string;
                    location: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_messages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "42"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ids?: string[];
                    /** Format: uuid */
                    connection?: string;
                    topic?: string;
                    /** @enum {string} */
                    state?: "applied" | "ignored" | "parked" | "dead";
                    /**
                     * Format: date-time
                     * @description Received at or after.
                     */
                    since?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": 2
                     *     }
                     */
                    "application/json": {
                        messages: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolve_delivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "landed": true
                 *     }
                 */
                "application/json": {
                    landed: boolean;
                    /** @description The numbers of a label that was bought. */
                    receipt?: {
                        /** @description The carrier's own key of the shipment, as a void needs it. */
                        externalId: string;
                        /** @description The name that shops know the carrier by: UPS. */
                        carrier?: string;
                        service?: string;
                        /** @description Whole minor units of the document's currency. */
                        chargeMinor?: number;
                        /** @description ISO 4217 alphabetic code. */
                        currency?: string;
                        parcels: {
                            trackingNumber: string;
                            label?: {
                                /** @enum {string} */
                                format: "ZPL" | "EPL" | "GIF" | "PNG" | "PDF";
                                base64: string;
                            };
                            /** @description Its part of the charge, where the carrier tells it. */
                            chargeMinor?: number;
                        }[];
                        /** @description Papers that go with it, such as an invoice. */
                        documents?: {
                            /** @enum {string} */
                            kind: "commercial-invoice" | "customs-declaration" | "certificate-of-origin" | "waybill" | "receipt" | "manifest" | "return-label" | "qr-code" | "other";
                            /** @enum {string} */
                            format: "ZPL" | "EPL" | "GIF" | "PNG" | "PDF" | "JPEG" | "TIFF" | "HTML" | "TEXT";
                            base64: string;
                            /** @description How many the carrier wants printed. */
                            copies?: number;
                        }[];
                        /**
                         * Format: date-time
                         * @description When the carrier expects to deliver it.
                         */
                        expectedAt?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_events: {
        parameters: {
            query?: {
                /** @description Behind the event with this id. */
                after?: string;
                /** @description Noted at or after. */
                since?: string;
                /** @description Types and beginnings, with commas between. */
                types?: string;
                /** @description Such as order/{id}. */
                subject?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "specversion": "1.0",
                     *           "id": "id",
                     *           "source": "source",
                     *           "type": "type",
                     *           "subject": "order/ext-1",
                     *           "time": "2026-11-02T10:00:00.000Z",
                     *           "datacontenttype": "application/json",
                     *           "data": {}
                     *         }
                     *       ],
                     *       "after": "after"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["EventDocument"][];
                        after: string | null;
                    };
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something that a parameter names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stream_events: {
        parameters: {
            query?: {
                types?: string;
                after?: string;
            };
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until the client goes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A parameter is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-11-01T00:00:00Z",
                 *       "types": [
                 *         "order.*"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Events that were noted at or after.
                     */
                    since: string;
                    /**
                     * @default [
                     *       "*"
                     *     ]
                     */
                    types?: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": 120
                     *     }
                     */
                    "application/json": {
                        events: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": true
                     *     }
                     */
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_job_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result, by the kind of the job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such job, or it is not done. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shop_rates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "order": "1001",
                 *       "choose": "promise"
                 *     }
                 */
                "application/json": components["schemas"]["RateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fulfillmentOrder": "shop-1001-F1",
                     *       "rulesVersion": 3,
                     *       "choose": "promise",
                     *       "best": {
                     *         "connection": "ups",
                     *         "service": "11",
                     *         "title": "UPS Standard",
                     *         "chargeMinor": 756,
                     *         "currency": "EUR",
                     *         "transitDays": 2,
                     *         "keepsPromise": "yes",
                     *         "comparedMinor": 756,
                     *         "notTaken": null
                     *       },
                     *       "offers": [
                     *         {
                     *           "connection": "ups",
                     *           "service": "11",
                     *           "title": "UPS Standard",
                     *           "chargeMinor": 756,
                     *           "currency": "EUR",
                     *           "transitDays": 2,
                     *           "keepsPromise": "yes",
                     *           "comparedMinor": 756,
                     *           "notTaken": null
                     *         }
                     *       ],
                     *       "missing": [
                     *         {
                     *           "connection": "dhl",
                     *           "reason": "slow",
                     *           "fault": {
                     *             "kind": "retryable",
                     *             "code": "no-answer-in-time",
                     *             "message": "it has not answered in time"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RateAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_shipping_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 0,
                     *       "body": {
                     *         "choose": "promise",
                     *         "rules": []
                     *       },
                     *       "publishedAt": null,
                     *       "publishedBy": null
                     *     }
                     */
                    "application/json": {
                        version: number;
                        body: {
                            /**
                             * @description cheapest; fastest; promise: the cheapest of those that keep the promise, else the fastest.
                             * @default promise
                             * @enum {string}
                             */
                            choose?: "cheapest" | "fastest" | "promise";
                            /** @default [] */
                            rules?: {
                                name: string;
                                /**
                                 * @description All of these must fit; nothing fits everything.
                                 * @default {}
                                 */
                                when?: {
                                    locations?: string[];
                                    /** @description Where it goes. */
                                    countries?: string[];
                                    minGrams?: number;
                                    maxGrams?: number;
                                };
                                /** @description No other offers are taken. */
                                only?: {
                                    connection: string;
                                    /** @description The carrier's service code. */
                                    service?: string;
                                }[];
                                /** @default [] */
                                refuse?: {
                                    connection: string;
                                    /** @description The carrier's service code. */
                                    service?: string;
                                }[];
                                /**
                                 * @description What an offer counts as when offers are compared; what is paid stays as it is.
                                 * @default []
                                 */
                                adjust?: {
                                    connection: string;
                                    /** @description The carrier's service code. */
                                    service?: string;
                                    /** @default 0 */
                                    percent?: number;
                                    /**
                                     * @description In minor units of the offer's currency.
                                     * @default 0
                                     */
                                    minor?: number;
                                }[];
                                /**
                                 * @description How the best is chosen where this rule fits; the last that says so counts.
                                 * @enum {string}
                                 */
                                choose?: "cheapest" | "fastest" | "promise";
                            }[];
                        };
                        publishedAt: string | null;
                        publishedBy: string | null;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_shipping_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "choose": "promise",
                 *       "rules": [
                 *         {
                 *           "name": "no air inside Germany",
                 *           "refuse": [
                 *             {
                 *               "connection": "ups",
                 *               "service": "07"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description cheapest; fastest; promise: the cheapest of those that keep the promise, else the fastest.
                     * @default promise
                     * @enum {string}
                     */
                    choose?: "cheapest" | "fastest" | "promise";
                    /** @default [] */
                    rules?: {
                        name: string;
                        /**
                         * @description All of these must fit; nothing fits everything.
                         * @default {}
                         */
                        when?: {
                            locations?: string[];
                            /** @description Where it goes. */
                            countries?: string[];
                            minGrams?: number;
                            maxGrams?: number;
                        };
                        /** @description No other offers are taken. */
                        only?: {
                            connection: string;
                            /** @description The carrier's service code. */
                            service?: string;
                        }[];
                        /** @default [] */
                        refuse?: {
                            connection: string;
                            /** @description The carrier's service code. */
                            service?: string;
                        }[];
                        /**
                         * @description What an offer counts as when offers are compared; what is paid stays as it is.
                         * @default []
                         */
                        adjust?: {
                            connection: string;
                            /** @description The carrier's service code. */
                            service?: string;
                            /** @default 0 */
                            percent?: number;
                            /**
                             * @description In minor units of the offer's currency.
                             * @default 0
                             */
                            minor?: number;
                        }[];
                        /**
                         * @description How the best is chosen where this rule fits; the last that says so counts.
                         * @enum {string}
                         */
                        choose?: "cheapest" | "fastest" | "promise";
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 4
                     *     }
                     */
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_carrier: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connection": "ups",
                 *       "operation": "schedulePickup",
                 *       "document": {
                 *         "address": {
                 *           "company": "Warehouse",
                 *           "line1": "Lagerstr. 7",
                 *           "city": "Hamburg",
                 *           "country": "DE",
                 *           "phone": "+49 40 1"
                 *         },
                 *         "date": "2026-12-02",
                 *         "readyAt": "14:00",
                 *         "closesAt": "18:00",
                 *         "parcels": [
                 *           {
                 *             "count": 12,
                 *             "weightGrams": 18500
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The name of the connection. */
                    connection: string;
                    /** @enum {string} */
                    operation: "voidLabel" | "schedulePickup" | "cancelPickup" | "closeDay";
                    /** @description By /schemas/pickup.json, pickupReceipt.json, dayClose.json or labelReceipt.json. */
                    document: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000009"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_carrier_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "id",
                     *       "connection": "connection",
                     *       "operation": "operation",
                     *       "document": {},
                     *       "delivery": "delivery",
                     *       "state": "state",
                     *       "fault": {},
                     *       "receipt": {},
                     *       "createdBy": "createdBy"
                     *     }
                     */
                    "application/json": {
                        id: string;
                        connection: string;
                        operation: string;
                        document?: unknown;
                        /** @description Its delivery: /api/v1/deliveries/{id}. */
                        delivery: string;
                        state: string;
                        fault?: unknown;
                        receipt?: unknown;
                        createdBy: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    void_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019abc00-0000-7000-8000-000000000009"
                     *     }
                     */
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_carrier_day: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request under the same key happens once. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "date": "2026-12-02"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @description The day at the location; today when absent.
                     */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ids": [
                     *         "019abc00-0000-7000-8000-000000000009"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid API key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key has not the scope for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The domain refuses: the code says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The Idempotency-Key came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
