-- The database and its user on this host, who needs no password: MariaDB asks the system who calls.
-- Run it as root: mariadb < /usr/share/footfall/database.sql
CREATE DATABASE IF NOT EXISTS footfall CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS footfall@localhost IDENTIFIED VIA unix_socket;
GRANT ALL PRIVILEGES ON footfall.* TO footfall@localhost;
