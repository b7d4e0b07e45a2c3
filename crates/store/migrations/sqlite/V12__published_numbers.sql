-- Numbers without people as they were published. Plain tables: no facts, and no person. A publication's figures are those of the
-- publications before it, but for the rows that it adds. Means are in tenths of a point of 100.
CREATE TABLE publications (published INTEGER PRIMARY KEY, cohorts INTEGER NOT NULL);
CREATE TABLE published_figures (published INTEGER NOT NULL, dimension TEXT NOT NULL, category TEXT NOT NULL, measure TEXT NOT NULL, label TEXT NOT NULL, figure INTEGER NOT NULL, PRIMARY KEY (dimension, category, measure, published));
CREATE TABLE published_gains (published INTEGER NOT NULL, version TEXT NOT NULL, tests TEXT NOT NULL, pairs INTEGER NOT NULL, pre INTEGER NOT NULL, post INTEGER NOT NULL, gain INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, PRIMARY KEY (version, tests, published));
