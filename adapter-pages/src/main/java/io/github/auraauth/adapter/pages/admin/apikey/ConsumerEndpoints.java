package io.github.auraauth.adapter.pages.admin.apikey;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.port.in.apikey.RegisteredApiKeys;
import java.util.List;
import java.util.Map;

/** Revoking all keys of a consumer: registered or not, that were issued until now. */
public final class ConsumerEndpoints {
    static final String PATH = "/admin/consumer-revocation";

    private static final String CONSUMER = "consumer";

    private final RegisteredApiKeys keys;
    private final AdminSite site;

    public ConsumerEndpoints(RegisteredApiKeys keys, AdminSite site) {
        this.keys = keys;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showConsumerRevocation", site.show(this::show), "revokeConsumer", site.change(this::revoke));
    }

    private Endpoint.Action show(AdminRequest request) {
        Entries entries = Entries.NONE.with(CONSUMER, request.query(CONSUMER));
        return deadline -> request.page(view(request, entries));
    }

    private Endpoint.Action revoke(AdminRequest request) {
        String consumer = request.field(CONSUMER);
        Entries entries = Entries.NONE.with(CONSUMER, consumer);
        return deadline -> keys.revokeConsumer(consumer, request.actor(), deadline)
                .fold(
                        done -> request.done(ApiKeyListEndpoints.PATH, "consumer-revoked"),
                        refusal -> request.page(
                                refusal.reason() == Reason.UNKNOWN
                                        ? view(request, entries.faulty(CONSUMER, request.text("fault.consumer")))
                                                .refusing()
                                        : view(request, entries).refusing(request.reason(refusal))));
    }

    private static View view(AdminRequest request, Entries entries) {
        FormField field = FormField.of(CONSUMER, request.text("consumer-revocation.consumer"), InputType.TEXT)
                .hinted(request.text("consumer-revocation.consumer.hint"));
        return new Confirmation(
                        ApiKeyListEndpoints.PATH, "consumer-revocation", Map.of(), PATH, ApiKeyListEndpoints.PATH)
                .view(request, List.of(entries.in(field)), Map.of(), List.of());
    }
}
