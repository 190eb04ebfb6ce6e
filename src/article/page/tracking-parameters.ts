/**
 * Parameters of an address that say how its reader came and never which page it is: each is defined by the service
 * that adds it behind the addresses of others. Campaigns (utm_, Google Analytics; mtm_ and pk_, Matomo; at_, Piano;
 * mc_, Mailchimp; _hs, HubSpot; vero_, Vero; oly_, Olytics), and clicks, each with its advertiser or network.
 */
const trackers =
  /^(?:utm_[a-z_]+|mtm_[a-z]+|pk_(?:campaign|kwd|source|medium|content|cid)|mc_[ce]id|_hs(?:enc|mi)|hsctatracking|vero_(?:id|conv)|oly_(?:anon|enc)_id|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|_ga|_gl|fbclid|fb_(?:action_ids|action_types|source|ref)|igshid|igsh|msclkid|twclid|ttclid|li_fat_id|epik|rdt_cid|scclid|yclid|ysclid|_openstat|ymclid|wickedid|s_kwcid|ef_id|__twitter_impression|guccounter|guce_referrer(?:_sig)?|mkt_tok|spm|ocid|cvid)(?:=|$)/i

/** Parameters that many sites use for the same, and others for what the page is: only the page itself can say. */
const likely =
  /^(?:ref|ref_src|ref_url|referrer|source|src|from|cmp|cmpid|cid|ncid|smid|smtyp|xtor|wt_mc|ito|at_[a-z_]+|share|shared|via|sh|icid|intcid|int_[a-z]+|campaign|tag|partner|feature|si|amp|outputtype|platform)(?:=|$)/i

/** Whether `part`, as `name=value`, can be left out of any address without leading elsewhere. */
export function isTracker(part: string): boolean {
  return trackers.test(part)
}

/** Whether it can be left out where the page gives an address of its own without it. */
export function mayTrack(part: string): boolean {
  return trackers.test(part) || likely.test(part)
}
