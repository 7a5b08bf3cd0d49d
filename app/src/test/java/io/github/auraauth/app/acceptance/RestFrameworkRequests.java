package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ComparedRequest.CSRF;
import static io.github.auraauth.app.acceptance.ComparedRequest.GOOD;
import static io.github.auraauth.app.acceptance.ComparedRequest.SESSION;
import static io.github.auraauth.app.acceptance.ComparedRequest.THEIR_PATH;
import static io.github.auraauth.app.acceptance.IntendedDifference.BODY_FAULTS;
import static io.github.auraauth.app.acceptance.IntendedDifference.JSON_ALONE;
import static io.github.auraauth.app.acceptance.IntendedDifference.NEVER_403;
import static io.github.auraauth.app.acceptance.IntendedDifference.NOBODY_GIVES;
import static io.github.auraauth.app.acceptance.IntendedDifference.NOTHING_GUESSED;
import static io.github.auraauth.app.acceptance.IntendedDifference.NOTHING_REPEATED;
import static io.github.auraauth.app.acceptance.IntendedDifference.NULL;
import static io.github.auraauth.app.acceptance.IntendedDifference.ONE_CREDENTIAL;
import static io.github.auraauth.app.acceptance.IntendedDifference.ONE_SENTENCE;
import static io.github.auraauth.app.acceptance.IntendedDifference.OPTIONS;
import static io.github.auraauth.app.acceptance.IntendedDifference.ORDER;
import static io.github.auraauth.app.acceptance.IntendedDifference.OUR_WORDS;
import static io.github.auraauth.app.acceptance.IntendedDifference.OWN;
import static io.github.auraauth.app.acceptance.IntendedDifference.PATHS;
import static io.github.auraauth.app.acceptance.IntendedDifference.REFUSED_LOGIN;
import static io.github.auraauth.app.acceptance.IntendedDifference.TAKEN;
import static io.github.auraauth.app.acceptance.IntendedDifference.UNSETTABLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What REST framework and we are both asked, in this order. */
final class RestFrameworkRequests {
    private static final String JSON = "application/json";

    private final Map<String, JsonNode> accounts;

    /** @param accounts that both have */
    RestFrameworkRequests(List<JsonNode> accounts) {
        this.accounts = accounts.stream()
                .collect(Collectors.toMap(account -> account.path("username").asText(), Function.identity()));
    }

    List<ComparedRequest> all() {
        return Stream.of(headers(), passwords(), sessions(), permissions(), methods(), bodies(), lists(), changes())
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<ComparedRequest> headers() {
        return Stream.of(
                me("no credential"),
                me("no credential, sessions first")
                        .with(THEIR_PATH, "/by-session/api/v1/me")
                        .differs(NEVER_403, "schemes - -> Token, Basic", "status 403 -> 401"),
                me("an empty Authorization", "")
                        .differs(
                                ONE_SENTENCE, "detail Authentication credentials were not provided. -> Invalid token."),
                me("a scheme without a credential", "Token")
                        .differs(
                                ONE_SENTENCE,
                                "detail Invalid token header. No credentials provided. -> Invalid token."),
                me("two credentials", "Token a b")
                        .differs(
                                ONE_SENTENCE,
                                "detail Invalid token header. Token string should not contain spaces. -> Invalid token."),
                me("no scheme at all", "nonsense")
                        .differs(
                                ONE_SENTENCE, "detail Authentication credentials were not provided. -> Invalid token."),
                me("another scheme", "Bearer nonsense")
                        .differs(
                                ONE_SENTENCE, "detail Authentication credentials were not provided. -> Invalid token."),
                me("an unknown token", "Token nonsense"),
                me("a token of ours that fails its check", "Token aurt_" + "0".repeat(43) + "_000000"),
                me("the token of a deactivated account", token("gone"))
                        .differs(ONE_SENTENCE, "detail User inactive or deleted. -> Invalid token."),
                me("a good token", token("plain")),
                me("a good token, small letters", token("plain").replace("Token", "token")),
                me("a good token and more", token("plain") + " more")
                        .differs(
                                ONE_SENTENCE,
                                "detail Invalid token header. Token string should not contain spaces. -> Invalid token."));
    }

    private Stream<ComparedRequest> passwords() {
        return Stream.of(
                me("a good password", basic("plain", password("plain"))),
                me("a good password beyond ASCII", basic("müller", password("müller"))),
                me("a password with colons", basic("colon@example.org", password("colon@example.org"))),
                me("a wrong password", basic("plain", "nonsense")),
                me("a wrong password, sessions first", basic("plain", "nonsense"))
                        .with(THEIR_PATH, "/by-session/api/v1/me")
                        .differs(NEVER_403, "schemes - -> Token, Basic", "status 403 -> 401"),
                me("a password of nobody", basic("nobody", "nonsense")),
                me("the password of a deactivated account", basic("gone", password("gone"))),
                me("a password where none is set", basic("locked", "nonsense")),
                me("an empty password", basic("tokenless", "")),
                me("no password", "Basic")
                        .differs(
                                ONE_SENTENCE,
                                "detail Invalid basic header. No credentials provided. -> Invalid token."),
                me("a password that is not base64", "Basic nonsense!"),
                me("a password without a colon", "Basic " + base64("nonsense")));
    }

    private Stream<ComparedRequest> sessions() {
        return Stream.of(
                me("a session").with(SESSION, "plain"),
                me("a session that is unknown").with(SESSION, "forged"),
                me("a session and a bad token", "Token nonsense").with(SESSION, "plain"),
                me("a session and another scheme", "Bearer nonsense")
                        .with(SESSION, "plain")
                        .differs(
                                ONE_CREDENTIAL,
                                "detail - -> Invalid token.",
                                "schemes - -> Token, Basic",
                                "status 200 -> 401"),
                create("a session with its CSRF token", "{'name': 'First'}", null)
                        .with(SESSION, "keeper")
                        .with(CSRF, GOOD),
                create("a session without a CSRF token", "{'name': 'Second'}", null)
                        .with(SESSION, "keeper"),
                create("a session with a bad CSRF token", "{'name': 'Second'}", null)
                        .with(SESSION, "keeper")
                        .with(CSRF, "nonsense"),
                create("a session without CSRF token and permission", "{'name': 'Second'}", null)
                        .with(SESSION, "plain")
                        .differs(
                                ORDER,
                                "detail CSRF Failed: CSRF token missing or incorrect. -> You do not have permission to perform this action."),
                create("a session without CSRF token, malformed", "nonsense", null)
                        .with(SESSION, "keeper")
                        .differs(
                                ORDER,
                                "detail JSON parse error - Expecting value: line 1 column 1 (char 0) -> CSRF Failed: CSRF token missing or incorrect.",
                                "status 400 -> 403"),
                create("a token without a CSRF token", "{'name': 'Second'}", "keeper"),
                create("a token beside a session without a CSRF token", "{'name': 'Third'}", "keeper")
                        .with(SESSION, "keeper"));
    }

    private Stream<ComparedRequest> permissions() {
        return Stream.of(
                group("a list without a credential", "GET", "", null),
                group("a list without the permission", "GET", "", "plain")
                        .differs(
                                OWN,
                                "detail You do not have permission to perform this action. -> -",
                                "next - -> an address or null",
                                "previous - -> an address or null",
                                "results - -> a list",
                                "status 403 -> 200"),
                group("a list with the permission", "GET", "", "keeper"),
                group("a list for a superuser", "GET", "", "root"),
                group("one without the permission", "GET", "/Archive", "plain")
                        .differs(
                                OWN,
                                "detail You do not have permission to perform this action. -> Not found.",
                                "status 403 -> 404"),
                group("one with the permission", "GET", "/Archive", "keeper"),
                group("one that is not there", "GET", "/Nobody", "keeper"),
                group("one that is not there without the permission", "GET", "/Nobody", "plain")
                        .differs(
                                OWN,
                                "detail You do not have permission to perform this action. -> Not found.",
                                "status 403 -> 404"),
                group("one that is not there without a credential", "GET", "/Nobody", null),
                create("making one without a credential", "{'name': 'Fourth'}", null),
                create("making one without the permission", "{'name': 'Fourth'}", "plain"),
                create("making one without the permission, malformed", "nonsense", "plain"),
                create("giving more than one has", "{'name': 'Fourth', 'permissions': ['delete_user']}", "keeper")
                        .differs(NOBODY_GIVES, "permissions - -> You may not set this field.", "status 201 -> 403"),
                group("deleting without the permission", "DELETE", "/Archive", "plain"),
                group("deleting what is not there", "DELETE", "/Nobody", "keeper"),
                group("a path of nothing", "GET", "/Archive/more", "keeper").differs(PATHS, "detail - -> Not found."),
                group("a slash at the end", "GET", "/", "keeper")
                        .differs(PATHS, "detail - -> The path has an empty segment.", "status 404 -> 400"));
    }

    private Stream<ComparedRequest> methods() {
        return Stream.of(
                group("a wrong method", "PUT", "", "keeper")
                        .differs(NOTHING_REPEATED, "detail Method \"PUT\" not allowed. -> Method not allowed."),
                group("a wrong method without a credential", "PUT", "", null)
                        .differs(
                                ORDER,
                                "detail Authentication credentials were not provided. -> Method not allowed.",
                                "schemes Token -> -",
                                "status 401 -> 405"),
                group("a wrong method without the permission", "PUT", "", "plain")
                        .differs(
                                ORDER,
                                "detail You do not have permission to perform this action. -> Method not allowed.",
                                "status 403 -> 405"),
                group("a method of nobody", "BREW", "", "keeper")
                        .differs(NOTHING_REPEATED, "detail Method \"BREW\" not allowed. -> Method not allowed."),
                group("HEAD", "HEAD", "", "keeper"),
                group("OPTIONS", "OPTIONS", "", "keeper")
                        .differs(OPTIONS, "detail - -> Method not allowed.", "status 200 -> 405"),
                group("OPTIONS without a credential", "OPTIONS", "", null)
                        .differs(
                                OPTIONS,
                                "detail Authentication credentials were not provided. -> Method not allowed.",
                                "schemes Token -> -",
                                "status 401 -> 405"));
    }

    private Stream<ComparedRequest> bodies() {
        String text = "a".repeat(151);
        return Stream.of(
                create("a malformed body", "{'name':", "keeper")
                        .differs(
                                BODY_FAULTS,
                                "detail JSON parse error - Expecting value: line 1 column 9 (char 8) -> -",
                                "non_field_errors - -> The body is not JSON at line 1, column 9."),
                create("an empty body", "", "keeper")
                        .differs(
                                BODY_FAULTS,
                                "name This field is required. -> -",
                                "non_field_errors - -> The body is empty; it must be one JSON object."),
                create("no object", "['name']", "keeper")
                        .differs(
                                OUR_WORDS,
                                "non_field_errors Invalid data. Expected a dictionary, but got list. -> The body must be one JSON object, not an array."),
                create("null", "null", "keeper")
                        .differs(
                                OUR_WORDS,
                                "non_field_errors No data provided -> The body must be one JSON object, not null."),
                create("a member twice", "{'name': 'Fourth', 'name': 'Fifth'}", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "name - -> This field stands in the body more than once.",
                                "status 201 -> 400"),
                create("another media type", "{'name': 'Sixth'}", "keeper")
                        .with("Content-Type", "text/plain")
                        .differs(
                                NOTHING_REPEATED,
                                "detail Unsupported media type \"text/plain\" in request. -> Content-Type must be application/json."),
                create("no media type", "{'name': 'Sixth'}", "keeper")
                        .with("Content-Type", "")
                        .differs(
                                NOTHING_REPEATED,
                                "detail Unsupported media type \"\" in request. -> Content-Type must be application/json."),
                create("another character set", "{'name': 'Sixth'}", "keeper")
                        .with("Content-Type", JSON + "; charset=latin1")
                        .differs(
                                JSON_ALONE,
                                "detail - -> Content-Type may have charset=utf-8 behind application/json and nothing else; the body must be UTF-8.",
                                "status 201 -> 415"),
                create("a form", "name=Seventh", "keeper")
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .differs(JSON_ALONE, "detail - -> Content-Type must be application/json.", "status 201 -> 415"),
                create("a missing field", "{}", "keeper"),
                create("a field that is null", "{'name': null}", "keeper")
                        .differs(NULL, "name This field may not be null. -> This field is required."),
                create("a blank field", "{'name': ''}", "keeper"),
                create("a field of blanks", "{'name': '  '}", "keeper")
                        .differs(
                                OUR_WORDS,
                                "name This field may not be blank. -> This field must be 1 to 150 characters that can be seen, and no slash."),
                create("a number for a text", "{'name': 8}", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "name - -> This field must be a text in quotation marks, not a number.",
                                "status 201 -> 400"),
                create("a list for a text", "{'name': ['Eighth']}", "keeper")
                        .differs(
                                OUR_WORDS,
                                "name Not a valid string. -> This field must be a text in quotation marks, not an array."),
                create("a text that is too long", "{'name': '" + text + "'}", "keeper")
                        .differs(
                                OUR_WORDS,
                                "name Ensure this field has no more than 150 characters. -> This field must be at most 150 characters long."),
                create("an unknown field", "{'name': 'Ninth', 'colour': 'blue'}", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "non_field_errors - -> The body has a member that is not known; those known are name, permissions, id.",
                                "status 201 -> 400"),
                create("an unknown permission", "{'name': 'Tenth', 'permissions': ['add_nonsense']}", "keeper")
                        .differs(
                                NOTHING_REPEATED,
                                "permissions Object with codename=add_nonsense does not exist. -> This field names something that is not there."),
                create("a permission that can be none", "{'name': 'Tenth', 'permissions': ['nonsense']}", "keeper")
                        .differs(
                                OUR_WORDS,
                                "permissions Object with codename=nonsense does not exist. -> An element of this field must be <action>_<entity> in lower case."),
                create("a text for a list", "{'name': 'Tenth', 'permissions': 'add_mediasource'}", "keeper")
                        .differs(
                                OUR_WORDS,
                                "permissions Expected a list of items but got type \"str\". -> This field must be an array, not a text."),
                create("two faults", "{'permissions': ['nonsense']}", "keeper")
                        .differs(
                                OUR_WORDS,
                                "permissions Object with codename=nonsense does not exist. -> An element of this field must be <action>_<entity> in lower case."),
                create("a name that is taken", "{'name': 'Archive'}", "keeper")
                        .differs(
                                TAKEN,
                                "name group with this name already exists. -> This field must be unique.",
                                "status 400 -> 409"),
                create("a permission that one has", "{'name': 'Tenth', 'permissions': ['add_mediasource']}", "keeper"),
                login("a login", "{'username': 'plain', 'password': 'tiny7'}"),
                login("a login with a wrong password", "{'username': 'plain', 'password': 'nonsense'}")
                        .differs(
                                REFUSED_LOGIN,
                                "detail - -> Invalid username/password.",
                                "non_field_errors Unable to log in with provided credentials. -> -",
                                "schemes - -> Token",
                                "status 400 -> 401"),
                login("a login of nobody", "{'username': 'nobody', 'password': 'nonsense'}")
                        .differs(
                                REFUSED_LOGIN,
                                "detail - -> Invalid username/password.",
                                "non_field_errors Unable to log in with provided credentials. -> -",
                                "schemes - -> Token",
                                "status 400 -> 401"),
                login("a login without a password", "{'username': 'plain'}"));
    }

    private Stream<ComparedRequest> lists() {
        return Stream.of(
                group("a part", "GET", "?page_size=2", "keeper"),
                group("a part of nothing", "GET", "?page_size=0", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "detail - -> page_size must be a whole number from 1 to 200.",
                                "status 200 -> 400",
                                "next an address or null -> -",
                                "previous an address or null -> -",
                                "results a list -> -"),
                group("a part of too much", "GET", "?page_size=201", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "detail - -> page_size must be a whole number from 1 to 200.",
                                "status 200 -> 400",
                                "next an address or null -> -",
                                "previous an address or null -> -",
                                "results a list -> -"),
                group("a part that is no number", "GET", "?page_size=nonsense", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "detail - -> page_size must be a whole number from 1 to 200.",
                                "status 200 -> 400",
                                "next an address or null -> -",
                                "previous an address or null -> -",
                                "results a list -> -"),
                group("a part that nobody was told of", "GET", "?cursor=nonsense", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "cursor - -> This field names something that is not there.",
                                "detail Invalid cursor -> -",
                                "status 404 -> 400"),
                group("an empty cursor", "GET", "?cursor=", "keeper")
                        .differs(
                                NOTHING_GUESSED,
                                "detail - -> Cursor must not be empty.",
                                "status 200 -> 400",
                                "next an address or null -> -",
                                "previous an address or null -> -",
                                "results a list -> -"),
                group("an unknown parameter", "GET", "?colour=blue", "keeper"));
    }

    private Stream<ComparedRequest> changes() {
        return Stream.of(
                group("a change", "PATCH", "/Tenth", "keeper").json("{'permissions': []}"),
                group("a change of nothing", "PATCH", "/Tenth", "keeper").json("{}"),
                group("a change of what is not there", "PATCH", "/Nobody", "keeper")
                        .json("{'permissions': []}"),
                group("a change to a name that is taken", "PATCH", "/Tenth", "keeper")
                        .json("{'name': 'Archive'}")
                        .differs(
                                TAKEN,
                                "name group with this name already exists. -> This field must be unique.",
                                "status 400 -> 409"),
                group("a change without the permission", "PATCH", "/Tenth", "plain")
                        .json("{'permissions': []}"),
                group("a change that names another id", "PATCH", "/Tenth", "keeper")
                        .json("{'id': '1', 'permissions': []}")
                        .differs(UNSETTABLE, "id - -> You may not set this field.", "status 200 -> 403"),
                group("a deletion", "DELETE", "/Tenth", "keeper"),
                group("a deletion again", "DELETE", "/Tenth", "keeper"),
                ComparedRequest.of("a logout without a CSRF token", "POST", "/logout")
                        .with(SESSION, "plain"),
                ComparedRequest.of("a logout", "POST", "/logout")
                        .with(SESSION, "plain")
                        .with(CSRF, GOOD),
                me("a session that has ended").with(SESSION, "plain"));
    }

    private static ComparedRequest me(String name) {
        return ComparedRequest.of(name, "GET", "/me");
    }

    private static ComparedRequest me(String name, String authorization) {
        return me(name).with("Authorization", authorization);
    }

    private static ComparedRequest login(String name, String body) {
        return ComparedRequest.of(name, "POST", "/login").json(body);
    }

    private ComparedRequest create(String name, String body, String account) {
        return group(name, "POST", "", account).json(body);
    }

    private ComparedRequest group(String name, String method, String rest, String account) {
        ComparedRequest request = ComparedRequest.of(name, method, "/groups" + rest);
        return account == null ? request : request.with("Authorization", token(account));
    }

    private String token(String username) {
        return "Token " + accounts.get(username).path("token").asText();
    }

    private String password(String username) {
        return accounts.get(username).path("password").asText();
    }

    private static String basic(String username, String password) {
        return "Basic " + base64(username + ':' + password);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
