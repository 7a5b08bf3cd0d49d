package io.github.auraauth.adapter.pages.admin.view;

import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.front.request.Endpoint;

/** The operations of administration, over the site that all pages behind a login share. */
public final class AdminSite {
    private final Site site;

    public AdminSite(Site site) {
        this.site = site;
    }

    /** An operation that shows something. */
    public Endpoint show(Operation operation) {
        return site.show((inputs, caller) -> operation.prepare(new AdminRequest(site, inputs, caller)));
    }

    /** An operation that only a form of ours may ask for. */
    public Endpoint change(Operation operation) {
        return site.change((inputs, caller) -> operation.prepare(new AdminRequest(site, inputs, caller)));
    }

    /** What an operation does; asks no port yet. */
    @FunctionalInterface
    public interface Operation {
        Endpoint.Action prepare(AdminRequest request);
    }
}
