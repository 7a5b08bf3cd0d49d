package io.github.auraauth.fakes.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The page on which a person logs in; it needs nothing from elsewhere. */
final class LoginPage {
    private static final String STYLE = """
            body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1b1b1f;background:#f3f3f6}
            main{border:1px solid #d5d5dd;max-width:24rem;margin:10vh auto;padding:1.5rem;background:#fff;border-radius:.5rem}
            input,button{box-sizing:border-box;width:100%;margin:.5rem 0;padding:.75rem;font:inherit}
            button{border:1px solid #29487d;border-radius:.25rem;background:#29487d;color:#fff}
            button[value=cancel]{background:#fff;color:#29487d}
            input:focus-visible,button:focus-visible{outline:3px solid #1b1b1b;outline-offset:2px}
            [role=alert]{color:#a11212}
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Log in to Kernel (played)</title>
            <style>%s</style>
            </head>
            <body>
            <main>
            <h1>Log in to Kernel</h1>
            <p>This is not Kernel, but what plays it for trying things out. Everybody is let in.</p>
            %s
            <form method="post" action="authorize">
            %s
            <label for="identifier">Phone number or e-mail address</label>
            <input id="identifier" name="identifier" autocomplete="username">
            <button name="action" value="login">Log in</button>
            <button name="action" value="cancel">Cancel</button>
            </form>
            </main>
            </body>
            </html>
            """;

    private static final String ALERT = "<p role=\"alert\">That is neither a phone number nor an e-mail address.</p>";

    /** Without {@code form-action}, since browsers apply that to every redirect which follows, wherever it leads. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";

    private LoginPage() {}

    /** The page for a login that was asked for with these parameters. */
    static String of(RequestParameters asked, boolean wrongIdentifier) {
        String hidden = asked.parameters().entrySet().stream()
                .filter(each ->
                        !each.getKey().equals("identifier") && !each.getKey().equals("action"))
                .map(LoginPage::hidden)
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(STYLE, wrongIdentifier ? ALERT : "", hidden);
    }

    private static String hidden(Map.Entry<String, String> parameter) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(escaped(parameter.getKey()), escaped(parameter.getValue()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
