package io.github.auraauth.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exchanges codes and refresh tokens at any OpenID provider, by several people at once, and prints how many it did in a second.
 * Logging in and fetching codes is not counted. Needs nothing but the JDK.
 */
public final class ProviderLoad {
    private static final String REDIRECT = "http://127.0.0.1:9/callback";
    private static final String VERIFIER = "a-verifier-for-benchmarks-that-is-known-to-everybody";
    private static final int CODES = 50;
    /** Fetching codes takes longer than exchanging them: how many times the seconds of a turn it may take with it. */
    private static final long FETCHING = 3;

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("[?&;]code=([^&\"]+)");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new PlainCookies())
            .build();
    private final Map<String, String> endpoints;
    private final String basic;
    private final String client;
    private final String scope;
    private Optional<PlainConnection> tokenEndpoint = Optional.empty();

    private ProviderLoad(String issuer, String client, String secret, String scope) throws Exception {
        this.endpoints = ProviderTexts.members(
                get(issuer + "/.well-known/openid-configuration").body());
        this.client = client;
        this.scope = scope;
        this.basic =
                "Basic " + Base64.getEncoder().encodeToString((client + ':' + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** Arguments: issuer, client id, client secret, scope, user name, password, seconds, people. */
    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[6]);
        int people = Integer.parseInt(args[7]);
        List<ProviderLoad> loads = new ArrayList<>();
        List<String> refreshTokens = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            ProviderLoad load = new ProviderLoad(args[0], args[1], args[2], args[3]);
            refreshTokens.add(load.exchange(load.logIn(args[4], args[5])).get("refresh_token"));
            loads.add(load);
        }
        ExecutorService threads = Executors.newFixedThreadPool(people);
        List<Callable<Double>> refreshing = new ArrayList<>();
        List<Callable<Double>> exchanging = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            ProviderLoad load = loads.get(i);
            String first = refreshTokens.get(i);
            refreshing.add(() -> load.refreshes(first, seconds));
            exchanging.add(() -> load.exchanges(seconds));
        }
        System.out.printf(
                Locale.ROOT,
                "refresh %.1f code %.1f%n",
                ProviderTexts.sum(threads.invokeAll(refreshing)),
                ProviderTexts.sum(threads.invokeAll(exchanging)));
        threads.shutdownNow();
    }

    private double refreshes(String first, int seconds) throws Exception {
        String token = first;
        long began = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - began < seconds * 1_000_000_000L) {
            token = tokens(Map.of("grant_type", "refresh_token", "refresh_token", token))
                    .get("refresh_token");
            count++;
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    private double exchanges(int seconds) throws Exception {
        long spent = 0;
        int count = 0;
        long ends = System.nanoTime() + FETCHING * seconds * 1_000_000_000L;
        while (spent < seconds * 1_000_000_000L && System.nanoTime() < ends) {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < CODES; i++) {
                codes.add(code(get(authorize())));
            }
            long began = System.nanoTime();
            for (String code : codes) {
                exchange(code);
                count++;
            }
            spent += System.nanoTime() - began;
        }
        return count * 1e9 / spent;
    }

    /** Fills in the provider's own form; gives the first code. */
    private String logIn(String user, String password) throws Exception {
        HttpResponse<String> page = follow(get(authorize()));
        Map<String, String> fields = ProviderTexts.hiddenFields(page.body());
        fields.put("username", user);
        fields.put("password", password);
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("no form at " + page.uri());
        }
        URI action = page.uri().resolve(ProviderTexts.plain(form.group(1)));
        return code(follow(post(action.toString(), fields)));
    }

    private HttpResponse<String> follow(HttpResponse<String> response) throws Exception {
        HttpResponse<String> last = response;
        while (last.headers()
                .firstValue("Location")
                .filter(to -> !to.startsWith(REDIRECT))
                .isPresent()) {
            last = get(last.uri()
                    .resolve(last.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return last;
    }

    private static String code(HttpResponse<String> response) {
        String text = response.headers().firstValue("Location").orElseGet(response::body);
        Matcher code = CODE.matcher(ProviderTexts.plain(text));
        if (!code.find()) {
            throw new IllegalStateException("no code: " + response.statusCode() + " at "
                    + response.uri().getPath());
        }
        return URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
    }

    private Map<String, String> exchange(String code) throws Exception {
        return tokens(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT, "code_verifier", VERIFIER));
    }

    private Map<String, String> tokens(Map<String, String> form) throws Exception {
        if (tokenEndpoint.isEmpty()) {
            tokenEndpoint = Optional.of(new PlainConnection(URI.create(endpoints.get("token_endpoint")), basic));
        }
        return ProviderTexts.members(tokenEndpoint.get().post(ProviderTexts.encoded(form)));
    }

    private String authorize() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return endpoints.get("authorization_endpoint")
                + '?'
                + ProviderTexts.encoded(Map.of(
                        "client_id",
                        client,
                        "redirect_uri",
                        REDIRECT,
                        "response_type",
                        "code",
                        "scope",
                        scope,
                        "state",
                        "s",
                        "nonce",
                        "n",
                        "code_challenge",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                        "code_challenge_method",
                        "S256"));
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String uri, Map<String, String> form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(ProviderTexts.encoded(form)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
