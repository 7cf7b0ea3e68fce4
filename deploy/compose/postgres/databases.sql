-- One database a service, its owner, and the role `_app` it works as; no other role can connect. Runs once, when the volume is empty.
\getenv password SERVICE_DATABASE_PASSWORD

CREATE ROLE registration LOGIN PASSWORD :'password';
CREATE ROLE registration_app NOLOGIN;
GRANT registration_app TO registration;
CREATE DATABASE shekara_registration OWNER registration;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_registration FROM PUBLIC;

CREATE ROLE risk LOGIN PASSWORD :'password';
CREATE ROLE risk_app NOLOGIN;
GRANT risk_app TO risk;
CREATE DATABASE shekara_risk OWNER risk;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_risk FROM PUBLIC;

CREATE ROLE payments LOGIN PASSWORD :'password';
CREATE ROLE payments_app NOLOGIN;
GRANT payments_app TO payments;
CREATE DATABASE shekara_payments OWNER payments;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_payments FROM PUBLIC;

CREATE ROLE guarantees LOGIN PASSWORD :'password';
CREATE ROLE guarantees_app NOLOGIN;
GRANT guarantees_app TO guarantees;
CREATE DATABASE shekara_guarantees OWNER guarantees;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_guarantees FROM PUBLIC;

CREATE ROLE temporary_storage LOGIN PASSWORD :'password';
CREATE ROLE temporary_storage_app NOLOGIN;
GRANT temporary_storage_app TO temporary_storage;
CREATE DATABASE shekara_temporary_storage OWNER temporary_storage;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_temporary_storage FROM PUBLIC;

CREATE ROLE inspections LOGIN PASSWORD :'password';
CREATE ROLE inspections_app NOLOGIN;
GRANT inspections_app TO inspections;
CREATE DATABASE shekara_inspections OWNER inspections;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_inspections FROM PUBLIC;

CREATE ROLE registers LOGIN PASSWORD :'password';
CREATE ROLE registers_app NOLOGIN;
GRANT registers_app TO registers;
CREATE DATABASE shekara_registers OWNER registers;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_registers FROM PUBLIC;

CREATE ROLE gateway LOGIN PASSWORD :'password';
CREATE ROLE gateway_app NOLOGIN;
GRANT gateway_app TO gateway;
CREATE DATABASE shekara_gateway OWNER gateway;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_gateway FROM PUBLIC;
