package io.github.auraauth.app.acceptance;

import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginCookieCodec;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.fakes.kernel.FakeKernel;
import io.github.auraauth.front.definition.Operation;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All calls to one server, with what it answered to those that it refused. */
final class CanaryFlight {
    private static final Pattern ID = Pattern.compile("\"(auraId|auraGlobalId|token)\":\\s?\"([^\"]+)\"");
    private static final Pattern ID_TOKEN = Pattern.compile("\"idTokenHint\":\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String LOGIN = "/aura-services/v1/users/auraid/integrated";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ServerProcess server;
    private final FakeKernel kernel;
    private final Canaries canaries;
    private final CanaryCalls authentication;
    private final CanaryCalls terms;
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Page> pages = new ConcurrentLinkedQueue<>();
    private final CanaryPerson loggedIn;
    private int verifiers;

    /**
     * A page that a browser was shown.
     *
     * @param own secrets that the browser brought along, and whatever its form has to send back
     */
    record Page(String what, String text, Set<String> own) {}

    CanaryFlight(ServerProcess server, FakeKernel kernel, Canaries canaries) {
        this.server = server;
        this.kernel = kernel;
        this.canaries = canaries;
        this.authentication = CanaryCalls.ofAuthentication(server, canaries);
        this.terms = CanaryCalls.ofTerms(server, canaries);
        this.loggedIn = new CanaryPerson(canaries, true);
    }

    /** Operations that did what was asked of them, by their names. */
    Set<String> reached() {
        return Set.copyOf(reached);
    }

    /** Status, headers and bodies of all refusals. */
    Collection<String> refusals() {
        return List.copyOf(refusals);
    }

    /** All pages but those of refusals. */
    Collection<Page> pages() {
        return List.copyOf(pages);
    }

    int verifiers() {
        return verifiers;
    }

    /** Every operation, as it wants it, for somebody who is there. */
    void callAll() {
        for (Operation operation : authentication.operations()) {
            CanaryPerson person = personFor(operation);
            learn(person, send(registration(person)));
            person.put("state", state(person, StatePurpose.LOGOUT));
            call(authentication, operation, person);
        }
        for (Operation operation : kernelOf(new CanaryPerson(canaries, true)).operations()) {
            CanaryPerson person = personFor(operation);
            CanaryCalls own = kernelOf(person);
            learn(person, send(own.good(named(own, "registerUserByPost"), person)));
            call(own, operation, person);
        }
        for (Operation operation : terms.operations()) {
            CanaryPerson person = new CanaryPerson(canaries, true);
            send(terms.good(named(terms, "registerTermsStatus"), person));
            call(terms, operation, person);
        }
    }

    /** Every operation with something wrong in it, and what is no request. */
    void callAllWrongly() {
        CanaryPerson person = new CanaryPerson(canaries, true);
        for (CanaryCalls calls : List.of(authentication, kernelOf(person), terms)) {
            for (Operation operation : calls.operations()) {
                CompletableFuture<?>[] all = calls.bad(operation, person).stream()
                        .map(request ->
                                sendAsync(request).thenAccept(answer -> keepRefusal(calls.name(operation), answer)))
                        .toArray(CompletableFuture[]::new);
                CompletableFuture.allOf(all).join();
            }
        }
        String marker = person.value("raw", canaries);
        for (String head : List.of(
                "GET /aura-services/v1/users/%zz" + marker + " HTTP/1.1\r\nHost: a",
                "GET /aura-services/v1/" + marker + " HTTP/1.1\r\nHost: a",
                "GET /aura-services/v1/users/" + marker + "\\ HTTP/1.1\r\nHost: a",
                marker + " / HTTP/1.1\r\nHost: a",
                "GET / " + marker + "\r\nHost: a",
                "GET /ping HTTP/1.1\r\nHost: " + marker + " x",
                "GET /ping HTTP/1.1\r\nHost: a\r\n" + marker,
                "GET /ping HTTP/1.1\r\nHost: a\r\nContent-Length: " + marker,
                "GET /ping HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " + marker,
                "GET /ping HTTP/1.1\r\nHost: a\r\nAuthorization: APIKEY " + marker + "\u0000",
                "GET /ping?state=" + marker.repeat(2_000) + " HTTP/1.1\r\nHost: a",
                "GET /ping HTTP/1.1\r\nHost: a\r\nx-api-key: " + marker.repeat(2_000))) {
            refusals.add(raw(server.uri("/").getPort(), head));
            refusals.add(raw(server.termsUri("/").getPort(), head));
        }
    }

    /** Every operation at once, while nothing answers that it needs. */
    CompletableFuture<Void> callAllInVain() {
        CanaryPerson person = new CanaryPerson(canaries, true);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (CanaryCalls calls : List.of(authentication, kernelOf(person), terms)) {
            for (Operation operation : calls.operations()) {
                person.put("state", state(person, StatePurpose.LOGOUT));
                all.add(sendAsync(calls.good(operation, person))
                        .thenAccept(answer -> keepRefusal(calls.name(operation), answer)));
            }
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    /** A login from its link to its end in one browser, and a second one that Kernel refuses. */
    void logIn() {
        CanaryPerson person = loggedIn;
        String state = state(person, StatePurpose.LOGIN);
        Browser browser = new Browser();
        HttpResponse<String> answer = browser.get(server.uri(LOGIN + "/start?state=" + state));
        keepPage("GET start", answer, state);
        URI kernelsPage = answer.statusCode() == 303 ? Browser.location(answer) : askedFirst(browser, answer);
        learnCookies(browser, state);
        URI back = kernel.logIn(kernelsPage, loggedIn.value("phone_number", canaries));
        canaries.secret(
                URLDecoder.decode(back.getRawQuery().replaceAll(".*code=([^&]*).*", "$1"), StandardCharsets.UTF_8));
        HttpResponse<String> done = browser.get(server.uri(LOGIN + '?' + back.getRawQuery()));
        keepPage("GET login", done, state);
        if (done.statusCode() != 303) {
            throw new AssertionError("no login but " + done.statusCode() + ' ' + done.body());
        }
        reached.add("GET " + LOGIN + "/start");
        reached.add("GET " + LOGIN);
        Matcher idToken =
                ID_TOKEN.matcher(send(read(person, "?include=idTokenHint")).body());
        if (!idToken.find()) {
            throw new AssertionError("no id_token was kept");
        }
        canaries.secret(idToken.group(1));

        String other = state(new CanaryPerson(canaries, true), StatePurpose.LOGIN);
        String code = canaries.secret("canary-code-" + other.hashCode());
        HttpResponse<String> question = browser.get(server.uri(LOGIN + "?state=" + other + "&code=" + code));
        keepPage("GET login with the code of another", question, other, code);
        CSRF.matcher(question.body()).results().forEach(found -> canaries.secret(found.group(1)));
        keepRefusal("POST login", browser.submit(server.uri(LOGIN), question));
        learnCookies(browser, other);
    }

    private static URI askedFirst(Browser browser, HttpResponse<String> question) {
        HttpResponse<String> onwards = browser.submit(question.uri(), question);
        if (onwards.statusCode() == 303) {
            return Browser.location(onwards);
        }
        MatchResult link = Pattern.compile("href=\"([^\"]*authorize[^\"]*)\"")
                .matcher(onwards.body())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way to Kernel in " + onwards.body()));
        return URI.create(link.group(1).replace("&amp;", "&").replace("&#61;", "="));
    }

    private void learnCookies(Browser browser, String state) {
        LoginCookieCodec codec =
                new LoginCookieCodec(EncryptionKeys.parse("aes-256-cbc", Api.ENCRYPTION_KEY), new SecureRandom());
        for (String cookie : browser.cookies().values()) {
            canaries.secret(cookie);
            codec.read(Secret.ofText(cookie), state, LoginCookieCodec.BindingPurpose.VERIFIER, Instant.now())
                    .ifPresent(verifier -> {
                        verifiers++;
                        canaries.secret(new String(verifier.reveal(), StandardCharsets.US_ASCII));
                    });
        }
    }

    private void call(CanaryCalls calls, Operation operation, CanaryPerson person) {
        HttpResponse<String> answer = send(calls.good(operation, person));
        keepRefusal(calls.name(operation), answer);
        keepPage(calls.name(operation), answer, person.value("state", canaries));
        if (answer.statusCode() < 400) {
            reached.add(calls.name(operation));
        }
        ID.matcher(answer.body())
                .results()
                .filter(found -> found.group(1).equals("token"))
                .forEach(found -> canaries.secret(found.group(2)));
    }

    private void keepRefusal(String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            refusals.add(
                    what + ": " + answer.statusCode() + ' ' + answer.headers().map() + ' ' + answer.body());
        }
    }

    private void keepPage(String what, HttpResponse<String> answer, String... own) {
        boolean page = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        if (answer.statusCode() < 400 && page) {
            Set<String> allowed = new HashSet<>(Set.of(own));
            CSRF.matcher(answer.body()).results().forEach(found -> allowed.add(found.group(1)));
            pages.add(new Page(what, answer.headers().map() + " " + answer.body(), allowed));
        }
    }

    private HttpRequest registration(CanaryPerson person) {
        return authentication.good(named(authentication, "registerUserWithAuraIdByBody"), person);
    }

    /** Numbers are what erasing is about; elsewhere addresses come as often. */
    private CanaryPerson personFor(Operation operation) {
        boolean byPhone = operation.mapping().template().contains("{phone_number}");
        return new CanaryPerson(canaries, byPhone || operation.mapping().id().length() % 2 == 0);
    }

    /** Reads the person who logged in, as what asks often does, so that the user is cached. */
    void readAgain() {
        HttpResponse<String> answer = send(read(loggedIn, ""));
        if (answer.statusCode() != 200) {
            throw new AssertionError("nobody is there to be cached: " + answer.statusCode() + ' ' + answer.body());
        }
    }

    private HttpRequest read(CanaryPerson person, String query) {
        URI address = server.uri("/aura-services/v1/users/" + person.value("auraId", canaries) + query);
        return HttpRequest.newBuilder(address)
                .header("Authorization", "APIKEY " + CanaryCalls.botKey(canaries))
                .build();
    }

    private static Operation named(CanaryCalls calls, String id) {
        return calls.operations().stream()
                .filter(each -> each.mapping().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CanaryCalls kernelOf(CanaryPerson person) {
        Map<String, Object> context = Map.of(
                "type", person.value("authenticationType", canaries),
                "identifier", person.value("authenticationIdentifier", canaries));
        String token = kernel.accessToken(Map.of(
                "sub",
                person.value("userId", canaries),
                "aud",
                CanaryServers.AUDIENCE,
                "scope",
                "openid auraid-read auraid-write",
                "purpose",
                "auraid-admin",
                "authorization_id",
                person.value("authorizationId", canaries),
                "authentication_context",
                List.of(context)));
        return CanaryCalls.ofKernel(server, canaries.secret(token), canaries);
    }

    private void learn(CanaryPerson person, HttpResponse<String> answer) {
        ID.matcher(answer.body())
                .results()
                .forEach(found -> person.put(
                        found.group(1).equals("auraId") ? "auraId" : "aura_id_global",
                        canaries.personal(found.group(2))));
    }

    private String state(CanaryPerson person, StatePurpose purpose) {
        AuraId auraId = new AuraId(person.value("auraId", canaries));
        return canaries.secret(KernelServers.state(auraId, purpose));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return sendAsync(request).join();
    }

    private CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String raw(int port, String head) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "closed";
        }
    }
}
