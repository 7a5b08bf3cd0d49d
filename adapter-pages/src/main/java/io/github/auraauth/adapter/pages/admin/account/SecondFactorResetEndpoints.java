package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.port.in.secondfactor.SecondFactorAdministration;
import java.util.Map;
import java.util.Optional;

/** Taking the second factors of somebody away who has lost them. */
public final class SecondFactorResetEndpoints {
    private static final String WHAT = "factors";

    private final SecondFactorAdministration factors;
    private final AdminSite site;

    public SecondFactorResetEndpoints(SecondFactorAdministration factors, AdminSite site) {
        this.factors = factors;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showFactorReset", site.show(this::show), "resetFactors", site.change(this::reset));
    }

    private Endpoint.Action show(AdminRequest request) {
        Optional<Username> username = Username.parse(request.parameter("username"));
        return deadline ->
                username.map(name -> request.page(view(request, name))).orElseGet(request::absent);
    }

    private Endpoint.Action reset(AdminRequest request) {
        Optional<Username> username = Username.parse(request.parameter("username"));
        return deadline -> username.map(name -> factors.reset(name, request.actor(), deadline)
                        .fold(
                                done -> request.done(AccountPaths.of(name), "factors-reset"),
                                refusal -> request.page(view(request, name)
                                        .refusing(
                                                refusal.reason() == Reason.ABSENT
                                                        ? request.text("factor-reset.none")
                                                        : request.reason(refusal)))))
                .orElseGet(request::absent);
    }

    private static View view(AdminRequest request, Username username) {
        return new Confirmation(
                        AccountListEndpoints.PATH,
                        "factor-reset",
                        Map.of("username", username.value()),
                        AccountPaths.of(username, WHAT),
                        AccountPaths.of(username))
                .view(request);
    }
}
