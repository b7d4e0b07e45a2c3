-- The files of a programme's package, to be given back to the byte. Follows from `package.kept/1` alone.
CREATE TABLE package_files (version TEXT NOT NULL, path TEXT NOT NULL, about TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (version, path));
CREATE INDEX package_files_about ON package_files (about);
