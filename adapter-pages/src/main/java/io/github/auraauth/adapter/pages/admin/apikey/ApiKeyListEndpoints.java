package io.github.auraauth.adapter.pages.admin.apikey;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.apikey.RegisteredApiKeys;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The list of APIKeys, newest first. */
public final class ApiKeyListEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/apikeys";

    private final RegisteredApiKeys keys;
    private final InstantSource clock;
    private final AdminSite site;

    public ApiKeyListEndpoints(RegisteredApiKeys keys, InstantSource clock, AdminSite site) {
        this.keys = keys;
        this.clock = clock;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("listApiKeys", site.show(this::list));
    }

    private Endpoint.Action list(AdminRequest request) {
        PageRequest asked = ListPage.asked(request);
        return deadline -> keys.list(asked, request.actor(), deadline)
                .fold(page -> shown(request, page), refusal -> request.refused(PATH, refusal));
    }

    private Response shown(AdminRequest request, Page<RegisteredApiKey> page) {
        List<Element> elements = new ArrayList<>();
        if (request.may(OwnPermissions.DESTROY_APIKEY)) {
            elements.add(Links.of(request.link(ConsumerEndpoints.PATH, "apikeys.consumer")));
        }
        elements.add(new ListPage(PATH, Map.of())
                .table(
                        request,
                        page,
                        "apikeys",
                        List.of("name", "consumers", "mode", "state", "expires", "last-used", "created"),
                        page.results().stream().map(key -> cells(request, key)).toList()));
        return request.page(request.view(PATH, request.text("apikeys.title"), elements));
    }

    private List<Cell> cells(AdminRequest request, RegisteredApiKey key) {
        return row(
                Cell.link(name(request, key), request.path(pathOf(key))),
                Cell.of(String.join(", ", key.model().grants().apps())),
                Cell.of(key.model().grants().mode().text()),
                state(request, key, clock),
                request.moment(key.model().stamp().expiresAt(), "no-end"),
                request.moment(key.lastUsedAt(), "never"),
                request.moment(key.origin().createdAt()));
    }

    /** Where a key is. */
    static String pathOf(RegisteredApiKey key) {
        return PATH + '/' + key.fingerprint().hex();
    }

    static String name(AdminRequest request, RegisteredApiKey key) {
        return key.name().orElseGet(() -> request.text("apikeys.nameless"));
    }

    static Cell state(AdminRequest request, RegisteredApiKey key, InstantSource clock) {
        if (key.revokedAt().filter(at -> !at.isAfter(clock.instant())).isPresent()) {
            return Cell.of(request.text("apikeys.revoked"), Tone.BAD);
        }
        return key.model().isExpiredAt(clock.instant())
                ? Cell.of(request.text("apikeys.expired"), Tone.BAD)
                : Cell.of(request.text("apikeys.good"), Tone.GOOD);
    }
}
