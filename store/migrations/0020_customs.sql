-- What customs ask of a product: its tariff number, and where it is made.
alter table product
  add column hs_code text,
  add column origin_country text;
