package io.github.auraauth.adapter.pages.site;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.front.browser.PublicAddress;
import java.util.List;
import java.util.Optional;

/** Makes what stands above the pages of one area. */
final class SiteHeaders {
    private final PublicAddress address;
    private final List<Site.Entry> navigation;

    SiteHeaders(PublicAddress address, List<Site.Entry> navigation) {
        this.address = address;
        this.navigation = List.copyOf(navigation);
    }

    /** What they see who have that page; who has to set up a second factor first is offered nothing else. */
    SiteHeader of(PageCaller caller, View view, Texts texts) {
        Rights rights = caller.caller().rights();
        boolean full = caller.caller().access() == Access.FULL;
        List<SiteHeader.Item> items = navigation.stream()
                .filter(entry -> full && entry.seenBy().test(rights))
                .map(entry -> new SiteHeader.Item(
                        address.path(entry.path()),
                        texts.ifAny(entry.key()).orElseThrow(),
                        entry.path().equals(view.place())))
                .toList();
        SiteHeader.Owner owner =
                new SiteHeader.Owner(caller.caller().username().value(), address.path("/logout"), caller.csrf());
        SiteHeader.Words words = new SiteHeader.Words(
                texts.account("site.skip"), texts.account("site.navigation"), texts.account("signed-in.action"));
        return new SiteHeader(words, items, Optional.of(owner), view.above());
    }
}
