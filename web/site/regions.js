// SPDX-License-Identifier: BSL-1.0
// The Regions to pick, each with the role that is derived there.
import { byId, element } from "./elements.js";

/** Makes the list of Regions: {picked, pick, show}. onChange is called when a person picks. */
export function createRegions(regions, onChange) {
  const rows = new Map(regions.map((region) => [region.code, rowOf(region)]));
  for (const region of regions) {
    byId(region.securityLake ? "regions" : "other-regions").append(rows.get(region.code).item);
  }
  byId("region-list").addEventListener("change", onChange);

  return {
    /** Codes, in the list's order. */
    picked: () => [...rows].filter(([, { box }]) => box.checked).map(([code]) => code),

    /** Picks these, and only these; returns the codes that are none. */
    pick(codes) {
      for (const [code, { box }] of rows) box.checked = codes.includes(code);
      byId("other").open ||= regions.some((region) => !region.securityLake && codes.includes(region.code));
      return codes.filter((code) => !rows.has(code));
    },

    /** Shows the role of each Region; none where the request has no name that could be one. */
    show(roles) {
      const roleIn = new Map(roles.map((role) => [role.region, role]));
      for (const [code, row] of rows) showRole(row, roleIn.get(code));
    },
  };
}

function rowOf({ code, description }) {
  const box = element("input", { type: "checkbox", value: code, id: `region-${code}` });
  const left = element("span", { className: "left", id: `left-${code}` });
  const role = element("code", { className: "role", id: `role-${code}` });
  box.setAttribute("aria-describedby", `${left.id} ${role.id}`);
  const label = element("label", { htmlFor: box.id }, element("span", { className: "code", textContent: code }), " ",
    element("span", { className: "description", textContent: description }));
  return { item: element("li", {}, box, label, left, role), box, left, role };
}

function showRole({ item, left, role }, derived) {
  if (role.textContent === (derived?.role ?? "")) return; // the same name
  item.classList.toggle("too-long", derived !== undefined && !derived.fits);
  left.textContent = derived ? (derived.fits ? `${derived.left} left` : `${-derived.left} too many`) : "";
  role.textContent = derived ? derived.role : "";
}
