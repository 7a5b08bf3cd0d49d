package io.github.auraauth.adapter.kernel;

import io.github.auraauth.adapter.jose.JoseTokenVerifier;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.IdTokenRules;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.port.out.login.LoginProvider.AuthorizationRequest;
import io.github.auraauth.port.out.login.LoginProvider.Metadata;
import io.github.auraauth.port.out.token.ProviderKeys;
import io.github.auraauth.testkit.login.LoginProviderContract;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A complete login over the adapters and the rules of the domain, as in the use case. */
record LoginFlow(LoginProvider provider, ProviderKeys keys, String client) {
    private static final String NONCE = "n-1";

    /**
     * Who may be registered.
     *
     * @param browser goes to the address of the login, and says where it was sent back to
     */
    Optional<KernelPerson> logIn(UnaryOperator<URI> browser) {
        AuthorizationRequest request =
                new AuthorizationRequest("a state", Optional.of(NONCE), LoginProviderContract.CHALLENGE);
        URI back = browser.apply(provider.authorizationRequest(request, KernelFixture.soon()));
        return provider.exchange(
                        KernelFixture.code(back), Optional.of(LoginProviderContract.VERIFIER), KernelFixture.soon())
                .fold(this::person, Optional::empty);
    }

    private Optional<KernelPerson> person(Secret idToken, Secret accessToken) {
        return user(idToken)
                .flatMap(user -> provider.introspect(accessToken, KernelFixture.soon())
                        .filter(person -> person.userId().equals(user)))
                .filter(person -> person.authorizationId().isPresent())
                .filter(person -> person.authentication().isPresent());
    }

    private Optional<UserId> user(Secret idToken) {
        Metadata metadata = provider.metadata(KernelFixture.soon());
        return new JoseTokenVerifier()
                .verify(idToken, keys.current(KernelFixture.soon()), metadata.algorithms())
                .fold(
                        claims -> new IdTokenRules(client)
                                .accept(
                                        claims,
                                        metadata.issuer(),
                                        Optional.of(NONCE),
                                        InstantSource.system().instant()),
                        Optional::empty,
                        Optional::empty);
    }
}
