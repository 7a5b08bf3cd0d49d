package io.github.auraauth.adapter.pages.admin.client;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.FormField.Option;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a client beside its identifier and its secrets.
 *
 * @param development whether addresses in clear text are taken
 */
record ClientForm(boolean development) {
    private static final String NAME = "client_name";
    private static final String REDIRECTS = "redirect_uris";
    private static final String AFTER_LOGOUT = "post_logout_uris";
    private static final String BACK_CHANNEL = "backchannel_logout_uri";
    private static final String SCOPES = "scopes";
    private static final String CONSENT = "consent_required";
    private static final String PKCE = "pkce_required";
    private static final String RESOURCE_SERVER = "resource_server";
    private static final String ALGORITHM = "id_token_alg";
    private static final String ACCESS = "access_lifetime";
    private static final String REFRESH = "refresh_lifetime";

    /** Of a client that nobody has made yet. */
    Entries usual() {
        Set<String> scopes = Scope.names(Set.of(Scope.values()));
        return policy(Entries.NONE, new Client.Policy(scopes, true, true, false, SignatureAlgorithm.RS256))
                .with(ACCESS, Lifetimes.text(ClientLifetimes.DEFAULT.accessToken()))
                .with(REFRESH, Lifetimes.text(ClientLifetimes.DEFAULT.refreshToken()));
    }

    Entries of(Client client) {
        return policy(Entries.NONE, client.policy())
                .with(NAME, client.name())
                .with(REDIRECTS, lines(client.addresses().redirects()))
                .with(AFTER_LOGOUT, lines(client.addresses().postLogoutRedirects()))
                .with(
                        BACK_CHANNEL,
                        client.addresses()
                                .backChannelLogout()
                                .map(URI::toString)
                                .orElse(""))
                .with(ACCESS, Lifetimes.text(client.lifetimes().accessToken()))
                .with(REFRESH, Lifetimes.text(client.lifetimes().refreshToken()));
    }

    private static Entries policy(Entries entries, Client.Policy policy) {
        return entries.with(SCOPES, policy.scopes())
                .with(CONSENT, policy.consentRequired())
                .with(PKCE, policy.pkceRequired())
                .with(RESOURCE_SERVER, policy.resourceServer())
                .with(ALGORITHM, policy.idTokenAlgorithm().name());
    }

    /** What was filled in, with what is wrong with it. */
    Entries read(AdminRequest request, boolean confidential) {
        Entries entries = Entries.NONE;
        for (String name : List.of(NAME, REDIRECTS, AFTER_LOGOUT, BACK_CHANNEL, ALGORITHM, ACCESS, REFRESH)) {
            entries = entries.with(name, request.field(name));
        }
        List<String> redirects = written(request, REDIRECTS);
        String address = request.text(development ? "fault.address" : "fault.safe-address");
        return entries.with(SCOPES, request.ticked(SCOPES))
                .with(CONSENT, request.isTicked(CONSENT))
                .with(PKCE, request.isTicked(PKCE))
                .with(RESOURCE_SERVER, request.isTicked(RESOURCE_SERVER))
                .requiring(Client.isName(request.field(NAME)), NAME, request.text("fault.client-name"))
                .requiring(!redirects.isEmpty(), REDIRECTS, request.text("fault.no-address"))
                .requiring(areAddresses(redirects), REDIRECTS, address)
                .requiring(areAddresses(written(request, AFTER_LOGOUT)), AFTER_LOGOUT, address)
                .requiring(isBackChannel(request.field(BACK_CHANNEL)), BACK_CHANNEL, address)
                .requiring(confidential || request.isTicked(PKCE), PKCE, request.text("fault.public-without-pkce"))
                .requiring(
                        Lifetimes.of(request.field(ACCESS), request.field(REFRESH))
                                .isPresent(),
                        ACCESS,
                        request.text("fault.lifetimes"));
    }

    /** The addresses of a form whose entries are good. */
    ClientAddresses addresses(AdminRequest request) {
        return new ClientAddresses(
                written(request, REDIRECTS).stream().map(RedirectUri::new).toList(),
                written(request, AFTER_LOGOUT).stream().map(RedirectUri::new).toList(),
                Optional.of(request.field(BACK_CHANNEL))
                        .filter(text -> !text.isEmpty())
                        .map(URI::create));
    }

    Client.Policy policy(AdminRequest request) {
        return new Client.Policy(
                Stream.concat(Stream.of(Scope.OPENID.value()), request.ticked(SCOPES).stream())
                        .flatMap(name -> Scope.parse(name).stream())
                        .map(Scope::value)
                        .collect(Collectors.toSet()),
                request.isTicked(CONSENT),
                request.isTicked(PKCE),
                request.isTicked(RESOURCE_SERVER),
                request.field(ALGORITHM).equals("ES256") ? SignatureAlgorithm.ES256 : SignatureAlgorithm.RS256);
    }

    ClientLifetimes lifetimes(AdminRequest request) {
        return Lifetimes.of(request.field(ACCESS), request.field(REFRESH)).orElseThrow();
    }

    String name(AdminRequest request) {
        return request.field(NAME);
    }

    List<FormField> fields(AdminRequest request, Entries entries) {
        List<Option> scopes = Arrays.stream(Scope.values())
                .map(Scope::value)
                .filter(name -> !name.equals(Scope.OPENID.value()))
                .map(name -> new Option(name, name, request.text("client.scope." + name)))
                .toList();
        List<FormField> fields = List.of(
                FormField.of(NAME, request.text("client.name"), InputType.TEXT)
                        .hinted(request.text("client.name.hint")),
                FormField.of(REDIRECTS, request.text("client.redirects"), InputType.MULTILINE)
                        .hinted(request.text("client.lines.hint")),
                FormField.of(AFTER_LOGOUT, request.text("client.post-logout"), InputType.MULTILINE)
                        .optional()
                        .hinted(request.text("client.lines.hint")),
                FormField.of(BACK_CHANNEL, request.text("client.back-channel"), InputType.TEXT)
                        .optional()
                        .hinted(request.text("client.back-channel.hint")),
                FormField.of(SCOPES, request.text("client.scopes"), InputType.CHECKBOXES)
                        .from(scopes),
                FormField.of(CONSENT, request.text("client.consent"), InputType.CHECKBOX)
                        .hinted(request.text("client.consent.hint")),
                FormField.of(PKCE, request.text("client.pkce"), InputType.CHECKBOX)
                        .hinted(request.text("client.pkce.hint")),
                FormField.of(RESOURCE_SERVER, request.text("client.resource-server"), InputType.CHECKBOX)
                        .hinted(request.text("client.resource-server.hint")),
                FormField.of(ALGORITHM, request.text("client.algorithm"), InputType.SELECT)
                        .from(List.of(new Option("RS256", "RS256"), new Option("ES256", "ES256"))),
                FormField.of(ACCESS, request.text("client.access"), InputType.TEXT)
                        .hinted(request.text("client.lifetime.hint")),
                FormField.of(REFRESH, request.text("client.refresh"), InputType.TEXT)
                        .hinted(request.text("client.refresh.hint")));
        return fields.stream().map(entries::in).toList();
    }

    private static List<String> written(AdminRequest request, String name) {
        return Arrays.stream(request.field(name).split("\\s+"))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private boolean areAddresses(List<String> texts) {
        return texts.size() <= ClientAddresses.MOST
                && texts.stream()
                        .allMatch(text -> RedirectUri.parse(text)
                                .filter(uri -> development || uri.isSafe())
                                .isPresent());
    }

    private boolean isBackChannel(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            URI uri = new URI(text);
            new ClientAddresses(List.of(new RedirectUri("https://example.org/")), List.of(), Optional.of(uri));
            return development || "https".equalsIgnoreCase(uri.getScheme());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String lines(List<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).collect(Collectors.joining("\n"));
    }
}
