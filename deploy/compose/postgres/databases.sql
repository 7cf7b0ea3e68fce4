-- One database and one role a service; no other role can connect to it. Runs once, when the volume is empty.
\getenv password SERVICE_DATABASE_PASSWORD

CREATE ROLE registration LOGIN PASSWORD :'password';
CREATE DATABASE shekara_registration OWNER registration;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_registration FROM PUBLIC;

CREATE ROLE risk LOGIN PASSWORD :'password';
CREATE DATABASE shekara_risk OWNER risk;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_risk FROM PUBLIC;

CREATE ROLE payments LOGIN PASSWORD :'password';
CREATE DATABASE shekara_payments OWNER payments;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_payments FROM PUBLIC;

CREATE ROLE guarantees LOGIN PASSWORD :'password';
CREATE DATABASE shekara_guarantees OWNER guarantees;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_guarantees FROM PUBLIC;

CREATE ROLE temporary_storage LOGIN PASSWORD :'password';
CREATE DATABASE shekara_temporary_storage OWNER temporary_storage;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_temporary_storage FROM PUBLIC;

CREATE ROLE inspections LOGIN PASSWORD :'password';
CREATE DATABASE shekara_inspections OWNER inspections;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_inspections FROM PUBLIC;

CREATE ROLE registers LOGIN PASSWORD :'password';
CREATE DATABASE shekara_registers OWNER registers;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_registers FROM PUBLIC;

CREATE ROLE gateway LOGIN PASSWORD :'password';
CREATE DATABASE shekara_gateway OWNER gateway;
REVOKE CONNECT, TEMPORARY ON DATABASE shekara_gateway FROM PUBLIC;
