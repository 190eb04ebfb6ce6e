import type { Migration } from "../migration.ts"

/**
 * The record as it stands: all of it made from the captures and the rulings, so that it may be thrown away and made
 * anew. Columns that are only compared hold digests, since ids and addresses are whatever a page says they are.
 */
export const standing20261123: Migration = {
  name: "2026-11-23-standing",
  sql: ({ integer, text, bytes, tableEnd, keyedTableEnd }) => `
    CREATE TABLE ruling (
      place ${integer} PRIMARY KEY,
      ruling ${text} NOT NULL,
      id ${text} UNIQUE,
      at ${text},
      said_by ${text},
      withdrawn ${integer} NOT NULL DEFAULT 0
    ) ${tableEnd};
    CREATE TABLE standing (name ${text} PRIMARY KEY, value ${text} NOT NULL) ${keyedTableEnd};
    CREATE TABLE removed_capture (seq ${integer} PRIMARY KEY) ${tableEnd};

    CREATE TABLE capture_gap (
      seq ${integer} NOT NULL,
      place ${integer} NOT NULL,
      gap ${text} NOT NULL,
      PRIMARY KEY (seq, place)
    ) ${keyedTableEnd};

    CREATE TABLE document (
      seq ${integer} NOT NULL,
      place ${integer} NOT NULL,
      named ${text} NOT NULL,
      family ${text} NOT NULL,
      id ${text} NOT NULL,
      page ${text},
      series ${text},
      site ${text},
      content ${text} NOT NULL,
      site_step ${integer} NOT NULL,
      joined_into ${text},
      gap ${text},
      analysed ${bytes} NOT NULL,
      PRIMARY KEY (seq, place)
    ) ${tableEnd};
    CREATE INDEX document_family ON document (family);
    CREATE INDEX document_page ON document (page);
    CREATE INDEX document_series ON document (series);
    CREATE INDEX document_site ON document (site, seq);

    CREATE TABLE report (
      digest ${text} PRIMARY KEY,
      id ${text} NOT NULL,
      day ${integer} NOT NULL,
      version_of ${text},
      made_of ${text} NOT NULL,
      seq ${integer} NOT NULL,
      place ${integer} NOT NULL,
      analysed ${bytes},
      keys ${bytes} NOT NULL,
      neighbourhood ${text},
      story ${text}
    ) ${tableEnd};
    CREATE INDEX report_neighbourhood ON report (neighbourhood);
    CREATE INDEX report_version_of ON report (version_of);

    CREATE TABLE meeting (
      key ${integer} NOT NULL,
      day ${integer} NOT NULL,
      digest ${text} NOT NULL,
      weight ${integer} NOT NULL,
      PRIMARY KEY (key, day, digest)
    ) ${keyedTableEnd};

    CREATE TABLE near (
      a ${text} NOT NULL,
      b ${text} NOT NULL,
      millionths ${integer} NOT NULL,
      PRIMARY KEY (a, b)
    ) ${keyedTableEnd};

    CREATE TABLE neighbourhood (label ${text} PRIMARY KEY, made_of ${text} NOT NULL) ${keyedTableEnd};

    CREATE TABLE story (
      id ${text} PRIMARY KEY,
      neighbourhood ${text} NOT NULL,
      made_of ${text} NOT NULL,
      title ${text},
      from_time ${text},
      to_time ${text},
      reports ${integer} NOT NULL,
      texts ${integer} NOT NULL,
      disagreements ${integer} NOT NULL,
      composed ${bytes} NOT NULL
    ) ${tableEnd};
    CREATE INDEX story_neighbourhood ON story (neighbourhood);
    CREATE INDEX story_newest ON story (to_time, id);
  `,
}
