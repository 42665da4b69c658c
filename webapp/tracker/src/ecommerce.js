/*
 * The shop: what is looked at, what lies in the cart, and orders.
 */
import {params} from './page.js';

/** @type {(t: import('./core.js').AnyTracker, values: Record<string, any>) => void} */
const sell = (t, values) => {
  const items = Object.keys(t.cart_).map((sku) => t.cart_[sku]);
  t.request(params(Object.assign({idgoal: 0}, values, {ec_items: JSON.stringify(items)})), undefined, undefined, 'ecommerce');
};

/** @type {import('./core.js').Methods} */
export const ecommerce = {
  setEcommerceView(t, sku, name, category, price) {
    t.product_ = {_pks: sku, _pkn: name, _pkc: Array.isArray(category) ? JSON.stringify(category) : category, _pkp: price};
  },
  addEcommerceItem(t, sku, name, category, price, quantity) {
    if (sku) {
      t.cart_[sku] = [String(sku), name || '', category || '', price || 0, quantity || 1];
    }
  },
  removeEcommerceItem(t, sku) {
    delete t.cart_[sku];
  },
  clearEcommerceCart(t) {
    t.cart_ = {};
  },
  getEcommerceItems(t) {
    return JSON.parse(JSON.stringify(t.cart_));
  },
  trackEcommerceCartUpdate(t, total) {
    sell(t, {revenue: total});
  },
  trackEcommerceOrder(t, id, total, subTotal, tax, shipping, discount) {
    if (id) {
      sell(t, {ec_id: id, revenue: total, ec_st: subTotal, ec_tx: tax, ec_sh: shipping, ec_dt: discount});
      t.cart_ = {};
    }
  },
};
