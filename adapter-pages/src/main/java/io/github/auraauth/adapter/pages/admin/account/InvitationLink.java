package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.ShownOnce;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.PublicAddress;
import java.util.List;
import java.util.Map;

/** Where somebody sets a password by an invitation: an address that is shown once. */
public final class InvitationLink {
    private final PublicAddress address;

    public InvitationLink(PublicAddress address) {
        this.address = address;
    }

    /** The page that shows it. */
    View view(AdminRequest request, Username username, Secret invitation) {
        String link = address.link("/invitation?secret=" + ListPage.encoded(invitation.revealText()));
        return request.view(
                AccountListEndpoints.PATH,
                request.text("invitation.title", Map.of("username", username.value())),
                List.of(
                        new Paragraph(request.text("invitation.description")),
                        new ShownOnce(
                                request.text("invitation.link"), List.of(link), request.text("invitation.warning")),
                        Links.of(new Links.Link(
                                request.path(AccountPaths.of(username)), request.text("invitation.account")))));
    }
}
