-- Numbers without people as they were published. Plain tables: no facts, and no person. A publication's figures are those of the
-- publications before it, but for the rows that it adds. Means are in tenths of a point of 100.
CREATE TABLE publications (published BIGINT PRIMARY KEY, cohorts BIGINT NOT NULL);
CREATE TABLE published_figures (published BIGINT NOT NULL, dimension TEXT NOT NULL, category TEXT NOT NULL, measure TEXT NOT NULL, label TEXT NOT NULL, figure BIGINT NOT NULL, PRIMARY KEY (dimension, category, measure, published));
CREATE TABLE published_gains (published BIGINT NOT NULL, version TEXT NOT NULL, tests TEXT NOT NULL, pairs BIGINT NOT NULL, pre BIGINT NOT NULL, post BIGINT NOT NULL, gain BIGINT NOT NULL, low BIGINT NOT NULL, high BIGINT NOT NULL, PRIMARY KEY (version, tests, published));
