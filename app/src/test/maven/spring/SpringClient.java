import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A server that nobody uses without a login at the provider; what it tells is what Spring knows of them. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class SpringClient {
    /** Longer than any access token is good for, so that each use refreshes. */
    private static final Duration ALWAYS = Duration.ofDays(1);

    private final ClientRegistration registration;
    private final DefaultOAuth2AuthorizedClientManager refreshing;

    SpringClient(ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository authorized) {
        registration = registrations.findByRegistrationId("aura");
        refreshing = new DefaultOAuth2AuthorizedClientManager(registrations, authorized);
        refreshing.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .refreshToken(refresh -> refresh.clockSkew(ALWAYS))
                .build());
    }

    public static void main(String[] arguments) {
        SpringApplication.run(SpringClient.class, arguments);
    }

    @Bean
    static SecurityFilterChain security(HttpSecurity http, ClientRegistrationRepository registrations) {
        var atTheProvider = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        atTheProvider.setPostLogoutRedirectUri("{baseUrl}/out");
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/out").permitAll().anyRequest().authenticated())
                .oauth2Login(Customizer.withDefaults())
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .logout(logout -> logout.logoutRequestMatcher(request -> "/leave".equals(request.getRequestURI()))
                        .logoutSuccessHandler(atTheProvider))
                .build();
    }

    @GetMapping("/out")
    String out() {
        return "logged out";
    }

    /** What the id_token says, and what userinfo adds. */
    @GetMapping("/me")
    Map<String, Object> me(@AuthenticationPrincipal OidcUser user) {
        Map<String, Object> known = new LinkedHashMap<>(user.getIdToken().getClaims());
        known.put("told", user.getUserInfo().getClaims());
        return known;
    }

    @GetMapping("/introspected")
    Map<String, Object> introspected(@RegisteredOAuth2AuthorizedClient("aura") OAuth2AuthorizedClient client) {
        return introspect(client);
    }

    /** Refreshes, and says whether both tokens have changed and the new one is good. */
    @GetMapping("/refreshed")
    Map<String, Object> refreshed(
            Authentication person, @RegisteredOAuth2AuthorizedClient("aura") OAuth2AuthorizedClient before) {
        OAuth2AuthorizedClient after = refreshing.authorize(
                OAuth2AuthorizeRequest.withAuthorizedClient(before).principal(person).build());
        Map<String, Object> known = new LinkedHashMap<>(introspect(after));
        known.put("accessTokenChanged", !value(before).equals(value(after)));
        known.put("refreshTokenChanged", !before.getRefreshToken().getTokenValue()
                .equals(after.getRefreshToken().getTokenValue()));
        return known;
    }

    private Map<String, Object> introspect(OAuth2AuthorizedClient client) {
        return new LinkedHashMap<>(SpringOpaqueTokenIntrospector
                .withIntrospectionUri(registration.getProviderDetails().getConfigurationMetadata()
                        .get("introspection_endpoint").toString())
                .clientId(registration.getClientId())
                .clientSecret(registration.getClientSecret())
                .build()
                .introspect(value(client))
                .getAttributes());
    }

    private static String value(OAuth2AuthorizedClient client) {
        return client.getAccessToken().getTokenValue();
    }
}
