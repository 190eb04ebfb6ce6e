import type { Migration } from "../migration.ts"

/** The blocks of the pages that a site's texts are learnt from. A record that was made without them is made anew. */
export const sitePages20261123: Migration = {
  name: "2026-11-23-site-pages",
  sql: ({ text, bytes, keyedTableEnd }) => `
    CREATE TABLE site_page (
      site ${text} NOT NULL,
      content ${text} NOT NULL,
      blocks ${bytes} NOT NULL,
      PRIMARY KEY (site, content)
    ) ${keyedTableEnd};
    CREATE INDEX document_site_content ON document (site, content);
    DELETE FROM standing;
  `,
}
