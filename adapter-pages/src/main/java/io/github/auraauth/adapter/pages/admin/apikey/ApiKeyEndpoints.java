package io.github.auraauth.adapter.pages.admin.apikey;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyRevocationOutcome;
import io.github.auraauth.port.in.apikey.RegisteredApiKeys;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** One APIKey, and its revocation. */
public final class ApiKeyEndpoints {
    private final RegisteredApiKeys keys;
    private final InstantSource clock;
    private final AdminSite site;

    public ApiKeyEndpoints(RegisteredApiKeys keys, InstantSource clock, AdminSite site) {
        this.keys = keys;
        this.clock = clock;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "showApiKey", site.show(this::show),
                "showApiKeyRevocation", site.show(this::showRevocation),
                "revokeApiKey", site.change(this::revoke));
    }

    private Endpoint.Action show(AdminRequest request) {
        return of(request, (key, deadline) -> request.page(view(request, key)));
    }

    private Endpoint.Action showRevocation(AdminRequest request) {
        return of(
                request,
                (key, deadline) -> request.page(new Confirmation(
                                ApiKeyListEndpoints.PATH,
                                "apikey-revocation",
                                Map.of("name", ApiKeyListEndpoints.name(request, key)),
                                ApiKeyListEndpoints.pathOf(key) + "/revocation",
                                ApiKeyListEndpoints.pathOf(key))
                        .view(request, List.of(), Map.of(), List.of(facts(request, key)))));
    }

    private Endpoint.Action revoke(AdminRequest request) {
        Optional<ApiKeyFingerprint> fingerprint = ApiKeyFingerprint.parse(request.parameter("fingerprint"));
        return deadline -> fingerprint
                .map(wanted -> keys.revoke(wanted, request.actor(), deadline)
                        .fold(
                                outcome -> request.done(
                                        ApiKeyListEndpoints.PATH + '/' + wanted.hex(),
                                        outcome == ApiKeyRevocationOutcome.REVOKED_ADVISORY
                                                ? "apikey-revoked-advisory"
                                                : "apikey-revoked"),
                                refusal -> request.refused(ApiKeyListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Endpoint.Action of(AdminRequest request, BiFunction<RegisteredApiKey, Deadline, Response> action) {
        Optional<ApiKeyFingerprint> fingerprint = ApiKeyFingerprint.parse(request.parameter("fingerprint"));
        return deadline -> fingerprint
                .map(wanted -> keys.find(wanted, request.actor(), deadline)
                        .fold(
                                key -> action.apply(key, deadline),
                                refusal -> request.refused(ApiKeyListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private View view(AdminRequest request, RegisteredApiKey key) {
        List<Element> elements = new ArrayList<>(List.of(facts(request, key)));
        List<Links.Link> links = new ArrayList<>();
        if (request.may(OwnPermissions.DESTROY_APIKEY)) {
            if (key.revokedAt().filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
                links.add(request.link(ApiKeyListEndpoints.pathOf(key) + "/revocation", "apikey.revoke"));
            }
            for (String consumer : key.model().grants().apps()) {
                links.add(new Links.Link(
                        request.path(ConsumerEndpoints.PATH + "?consumer=" + ListPage.encoded(consumer)),
                        request.text("apikey.revoke-consumer", Map.of("consumer", consumer))));
            }
        }
        elements.add(new Links(links));
        return request.view(ApiKeyListEndpoints.PATH, ApiKeyListEndpoints.name(request, key), elements)
                .below(new Links.Link(request.path(ApiKeyListEndpoints.PATH), request.text("apikeys.title")));
    }

    private Facts facts(AdminRequest request, RegisteredApiKey key) {
        ApiKeyModel model = key.model();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(request.text("apikeys.column.state"), ApiKeyListEndpoints.state(request, key, clock)));
        key.revokedAt().ifPresent(at -> facts.add(new Fact(request.text("apikey.revoked-at"), request.moment(at))));
        facts.add(new Fact(
                request.text("apikeys.column.consumers"),
                codes(request, model.grants().apps(), "none")));
        facts.add(new Fact(
                request.text("apikey.scopes"), codes(request, model.grants().scopes(), "none")));
        facts.add(new Fact(
                request.text("apikeys.column.mode"),
                Cell.of(request.text("apikey.mode." + model.grants().mode().text()))));
        facts.add(new Fact(
                request.text("apikey.paths"), codes(request, model.grants().paths(), "apikey.all-paths")));
        facts.add(new Fact(
                request.text("apikeys.column.expires"),
                request.moment(model.stamp().expiresAt(), "no-end")));
        facts.add(new Fact(request.text("apikeys.column.last-used"), request.moment(key.lastUsedAt(), "never")));
        facts.add(new Fact(
                request.text("apikeys.column.created"),
                request.moment(key.origin().createdAt())));
        facts.add(
                new Fact(request.text("apikey.created-by"), Cell.of(key.origin().createdBy())));
        facts.add(new Fact(
                request.text("apikey.environment"),
                Cell.of(model.stamp().environment().orElseGet(() -> request.text("apikey.any-environment")))));
        facts.add(new Fact(request.text("apikey.format"), Cell.of(key.format().name())));
        facts.add(new Fact(
                request.text("apikey.fingerprint"), Cell.code(key.fingerprint().hex())));
        model.stamp().id().ifPresent(id -> facts.add(new Fact(request.text("apikey.id"), Cell.code(id))));
        return new Facts(facts);
    }

    private static List<Cell> codes(AdminRequest request, Collection<String> texts, String emptyKey) {
        return texts.isEmpty()
                ? List.of(Cell.of(request.text(emptyKey), Tone.QUIET))
                : texts.stream().map(Cell::code).toList();
    }
}
