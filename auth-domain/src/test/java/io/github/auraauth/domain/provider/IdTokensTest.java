package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.grant.AuthenticationContext;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.grant.SampleGrants;
import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdTokensTest {
    private static final Instant NOW = SampleGrants.NOW;
    private static final IdTokens TOKENS = new IdTokens("https://auth.example/oidc");
    private static final Secret ACCESS = Secret.ofText("aura_" + "A".repeat(43));
    private static final String ID = "00000000-0000-4000-8000-000000000002";
    private static final Profile PROFILE =
            new Profile(Optional.of(new AccountEmail("ada@example.org", true)), "Ada", "Lovelace");

    @Test
    void idToken_ofALogin_saysWhoLoggedInHowAndWhen() {
        Map<String, Object> claims = TOKENS.idToken(
                        SampleGrants.of(Grant.State.ACTIVE, 0), account(PROFILE, Optional.empty()), ACCESS, true, NOW)
                .asMap();
        assertThat(claims)
                .containsOnly(
                        Map.entry("iss", "https://auth.example/oidc"),
                        Map.entry("sub", ID),
                        Map.entry("aud", "my-client"),
                        Map.entry("azp", "my-client"),
                        Map.entry("iat", NOW.getEpochSecond()),
                        Map.entry("exp", NOW.getEpochSecond() + 600),
                        Map.entry("auth_time", NOW.getEpochSecond() - 60),
                        Map.entry("acr", "aal1"),
                        Map.entry("amr", List.of("pwd")),
                        Map.entry("sid", SampleGrants.SESSION.value()),
                        Map.entry("at_hash", "fUlTDO6OnO3_1y2wYfp-cg"),
                        Map.entry("nonce", "a nonce"));
    }

    /** OpenID Connect Core 1.0, appendix A.3; ours above was computed with Python's hashlib. */
    @Test
    void idToken_accessTokenOfTheSpecification_hasItsHash() {
        Secret access = Secret.ofText("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");
        assertThat(idToken(SampleGrants.REQUEST, access, true)).containsEntry("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");
    }

    @Test
    void idToken_ofARefresh_hasNoNonce() {
        assertThat(idToken(SampleGrants.REQUEST, ACCESS, false)).doesNotContainKey("nonce");
        Grant.Request without = new Grant.Request(
                "https://client.example/cb", Optional.empty(), Optional.empty(), RequestedClaims.NONE);
        assertThat(idToken(without, ACCESS, true)).doesNotContainKey("nonce");
    }

    @Test
    void idToken_severalFactors_areInOrderWithTheirLevel() {
        AuthenticationContext login = new AuthenticationContext(SampleGrants.SESSION, NOW, Set.of("pwd", "otp", "mfa"));
        assertThat(TOKENS.idToken(
                                SampleGrants.of(Grant.State.ACTIVE, 0, login, SampleGrants.REQUEST),
                                account(PROFILE, Optional.empty()),
                                ACCESS,
                                true,
                                NOW)
                        .asMap())
                .containsEntry("amr", List.of("mfa", "otp", "pwd"))
                .containsEntry("acr", "aal2");
    }

    @Test
    void idToken_singleClaims_areThoseOfTheIdTokenAndReplaceNone() {
        RequestedClaims asked =
                new RequestedClaims(Set.of("name"), Set.of("email", "sub", "iss", "made up"), Optional.of("x"));
        Grant.Request request =
                new Grant.Request("https://client.example/cb", Optional.empty(), Optional.empty(), asked);
        assertThat(idToken(request, ACCESS, true))
                .containsEntry("email", "ada@example.org")
                .containsEntry("sub", ID)
                .containsEntry("iss", "https://auth.example/oidc")
                .doesNotContainKeys("name", "email_verified", "made up");
    }

    @Test
    void logoutToken_ofASession_isAsTheSpecificationSays() {
        Map<String, Object> claims = TOKENS.logoutToken(
                        new ClientId("my-client"), "somebody", Optional.of(SampleGrants.SESSION), "an-id", NOW)
                .asMap();
        assertThat(claims)
                .containsOnly(
                        Map.entry("iss", "https://auth.example/oidc"),
                        Map.entry("sub", "somebody"),
                        Map.entry("aud", "my-client"),
                        Map.entry("iat", NOW.getEpochSecond()),
                        Map.entry("exp", NOW.getEpochSecond() + 120),
                        Map.entry("jti", "an-id"),
                        Map.entry("sid", SampleGrants.SESSION.value()),
                        Map.entry("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
        assertThat(TOKENS.logoutToken(new ClientId("my-client"), "somebody", Optional.empty(), "an-id", NOW)
                        .asMap())
                .doesNotContainKeys("sid", "nonce");
    }

    @Test
    void subject_importedAccount_isTheOneThatItHadBefore() {
        assertThat(PersonClaims.subject(account(PROFILE, Optional.empty()))).isEqualTo(ID);
        assertThat(PersonClaims.subject(account(PROFILE, Optional.of("before"))))
                .isEqualTo("before");
    }

    @Test
    void of_scopes_givesTheirClaimsAndNoOthers() {
        Account ada = account(PROFILE, Optional.empty());
        assertThat(PersonClaims.of(ada, Set.of("openid", "offline_access"), Set.of()))
                .isEmpty();
        assertThat(PersonClaims.of(ada, Set.of("profile"), Set.of()))
                .containsOnly(
                        Map.entry("name", "Ada Lovelace"),
                        Map.entry("given_name", "Ada"),
                        Map.entry("family_name", "Lovelace"),
                        Map.entry("preferred_username", "ada"));
        assertThat(PersonClaims.of(ada, Set.of("email"), Set.of("given_name")))
                .containsOnly(
                        Map.entry("email", "ada@example.org"),
                        Map.entry("email_verified", true),
                        Map.entry("given_name", "Ada"));
    }

    @Test
    void of_personOfWhomLittleIsKnown_leavesTheRestOut() {
        Account unknown = account(Profile.EMPTY, Optional.empty());
        assertThat(PersonClaims.of(unknown, Set.of("profile", "email"), Set.of("name")))
                .containsOnly(Map.entry("preferred_username", "ada"));
        Account firstOnly = account(new Profile(Optional.empty(), "Ada", ""), Optional.empty());
        assertThat(PersonClaims.of(firstOnly, Set.of(), Set.of("name", "family_name")))
                .containsOnly(Map.entry("name", "Ada"));
    }

    @Test
    void of_allScopes_isNoMoreThanIsSupported() {
        Account ada = account(PROFILE, Optional.empty());
        assertThat(PersonClaims.SUPPORTED)
                .containsAll(PersonClaims.of(ada, Set.of("profile", "email"), Set.of())
                        .keySet());
        for (String claim :
                PersonClaims.of(ada, Set.of("profile", "email"), Set.of()).keySet()) {
            Set<Scope> scopes = PersonClaims.scopesOf(Set.of(claim));
            assertThat(scopes).hasSize(1);
            assertThat(PersonClaims.of(ada, Scope.names(scopes), Set.of())).containsKey(claim);
        }
    }

    private static Map<String, Object> idToken(Grant.Request request, Secret access, boolean withNonce) {
        Grant grant = SampleGrants.of(Grant.State.ACTIVE, 0, SampleGrants.LOGIN, request);
        return TOKENS.idToken(grant, account(PROFILE, Optional.empty()), access, withNonce, NOW)
                .asMap();
    }

    private static Account account(Profile profile, Optional<String> subject) {
        return Account.create(
                new AccountId(ID),
                new Username("ada"),
                profile,
                GivenRights.NONE,
                new AccountOrigin(AccountOrigin.CreationMethod.IMPORTED, NOW, subject));
    }
}
