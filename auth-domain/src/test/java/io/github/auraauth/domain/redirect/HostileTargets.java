package io.github.auraauth.domain.redirect;

import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that must lead nowhere while {@code app.example.org}, {@code odd.example.org:8443}, the domains below
 * {@code wild.example.org} and {@code 192.0.2.7} are trusted, in production.
 */
public final class HostileTargets {
    private HostileTargets() {}

    /** All of them, none twice. */
    public static List<String> all() {
        return Stream.of(schemes(), slashes(), userinfo(), hosts(), ports(), characters(), numbers(), letters())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> schemes() {
        return List.of(
                "",
                "/",
                "/done",
                "app.example.org",
                "app.example.org/done",
                "http://app.example.org/",
                "http://localhost/",
                "http://localhost:3000/done",
                "https://localhost/",
                "javascript:alert(1)",
                "javascript://app.example.org/%0aalert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://app.example.org/",
                "ws://app.example.org/",
                "blob:https://app.example.org/1",
                "view-source:https://app.example.org/",
                "intent://app.example.org/#Intent;scheme=https;end",
                "httpss://app.example.org/",
                "https+x://app.example.org/",
                "xhttps://app.example.org/",
                "http\u017f://app.example.org/");
    }

    private static List<String> slashes() {
        return List.of(
                "https:",
                "https:/",
                "https://",
                "https:///",
                "https:///app.example.org/",
                "https:///evil.example/",
                "https:////evil.example/",
                "https:app.example.org/",
                "https:evil.example",
                "https:/app.example.org/",
                "https:/evil.example/",
                "//app.example.org/",
                "//evil.example/",
                "///evil.example/",
                "////evil.example/",
                "\\\\evil.example\\",
                "/\\evil.example",
                "\\/evil.example",
                "https:\\\\evil.example",
                "https:\\/\\/evil.example",
                "https:/\\evil.example",
                "https:\\\\app.example.org/",
                "https://\\app.example.org/",
                "https://app.example.org\\",
                "https://app.example.org\\@evil.example/",
                "https://app.example.org\\.evil.example/",
                "https://evil.example\\.app.example.org/",
                "https://app.example.org/\\evil.example",
                "https://app.example.org/a\\b",
                "https://?app.example.org",
                "https://#app.example.org",
                "https://?@app.example.org/");
    }

    private static List<String> userinfo() {
        return List.of(
                "https://app.example.org@evil.example/",
                "https://app.example.org:443@evil.example/",
                "https://app.example.org%40evil.example/",
                "https://app.example.org%2f@evil.example/",
                "https://app.example.org%23@evil.example/",
                "https://@app.example.org/",
                "https://:@app.example.org/",
                "https://:443@app.example.org/",
                "https://user@app.example.org/",
                "https://user:password@app.example.org/",
                "https://evil.example@app.example.org/",
                "https://evil.example:80@app.example.org/",
                "https://a@evil.example@app.example.org/",
                "https://evil.example#@app.example.org/",
                "https://evil.example?@app.example.org/",
                "https://evil.example/@app.example.org/",
                "https://evil.example;@app.example.org/",
                "https://evil.example%00@app.example.org/",
                "https://evil.example\uff20app.example.org/",
                "https://app.example.org\uff20evil.example/");
    }

    private static List<String> hosts() {
        return List.of(
                "https://evil.example/",
                "https://evil.example/app.example.org",
                "https://evil.example/?u=https://app.example.org/",
                "https://evil.example/#https://app.example.org/",
                "https://app.example.org.evil.example/",
                "https://app.example.orgevil.example/",
                "https://evilapp.example.org/",
                "https://below.app.example.org/",
                "https://example.org/",
                "https://org/",
                "https://app/",
                "https://app.example.org./",
                "https://app.example.org../",
                "https://app.example.org.:443/",
                "https://.app.example.org/",
                "https://app..example.org/",
                "https://./",
                "https://../",
                "https://wild.example.org/",
                "https://.wild.example.org/",
                "https://evilwild.example.org/",
                "https://*.wild.example.org/",
                "https://a.wild.example.org.evil.example/",
                "https://a..wild.example.org/",
                "https://a.wild.example.org./",
                "https://app-example.org/",
                "https://app_example.org/",
                "https://a_b.wild.example.org/",
                "https://-a.wild.example.org/",
                "https://a-.wild.example.org/",
                "https://app.example.org,evil.example/",
                "https://app.example.org;evil.example/",
                "https://app.example.org&evil.example/",
                "https://app.example.org=evil.example/",
                "https://app.example.org'evil.example/",
                "https://app.example.org\"evil.example/",
                "https://app.example.org<evil.example/",
                "https://app.example.org|evil.example/",
                "https://app.example.org^evil.example/",
                "https://app.example.org`evil.example/",
                "https://{app.example.org}/",
                "https://app.example.org%2eevil.example/",
                "https://app.example.org%2fevil.example/",
                "https://app.example.org%5cevil.example/",
                "https://evil.example%2f.wild.example.org/",
                "https://evil.example%23.wild.example.org/",
                "https://app%2eexample.org/",
                "https://%61pp.example.org/",
                "https://" + "a".repeat(64) + ".wild.example.org/",
                "https://" + "a.".repeat(130) + "wild.example.org/");
    }

    private static List<String> ports() {
        return List.of(
                "https://app.example.org:/",
                "https://app.example.org:0/",
                "https://app.example.org:80/",
                "https://app.example.org:444/",
                "https://app.example.org:8443/",
                "https://app.example.org:0443/",
                "https://app.example.org:443:443/",
                "https://app.example.org:443:80/",
                "https://app.example.org::443/",
                "https://app.example.org:65535/",
                "https://app.example.org:65536/",
                "https://app.example.org:65979/",
                "https://app.example.org:4294967739/",
                "https://app.example.org:99999999999999999999/",
                "https://app.example.org:-443/",
                "https://app.example.org:+443/",
                "https://app.example.org:443x/",
                "https://app.example.org:https/",
                "https://app.example.org:4 43/",
                "https://app.example.org:\uff14\uff14\uff13/",
                "https://app.example.org:\u0664\u0664\u0663/",
                "https://app.example.org:443@evil.example:443/",
                "https://odd.example.org/",
                "https://odd.example.org:443/",
                "https://odd.example.org:84430/",
                "https://a.wild.example.org:8443/",
                "https://:443/");
    }

    private static List<String> characters() {
        return List.of(
                " https://app.example.org/",
                "https://app.example.org/ ",
                "\thttps://app.example.org/",
                "\u0000https://app.example.org/",
                "\ufeffhttps://app.example.org/",
                "\u00a0https://app.example.org/",
                "ht\ntps://app.example.org/",
                "https:\n//app.example.org/",
                "https:/\n/app.example.org/",
                "https:/\t/evil.example/",
                "https://\tapp.example.org/",
                "https://app.exa\nmple.org/",
                "https://app.example.org\r\n/",
                "https://app.example.org\u0000.evil.example/",
                "https://app.example.org /",
                "https://app.example.org\u3000/",
                "https://app.example.org\u2028/",
                "https://app.example.org/a b",
                "https://app.example.org/\u0000",
                "https://app.example.org/\u007f",
                "https://app.example.org/\u0085",
                "https://app.example.org/\r\nSet-Cookie: a=b",
                "https://app.example.org/?a=\nb",
                "https://app.example.org/#\t",
                "https://app.example.org/\u2029",
                "https://app.example.org/\u202eelif",
                "https://app.example.org/\u200b",
                "https://app.example.org/\ud800",
                "https://app.example.org/\udc00\ud800",
                "https://app.example.org/%",
                "https://app.example.org/%4",
                "https://app.example.org/%zz",
                "https://app.example.org/%u0041",
                "https://app.example.org/?%",
                "https://app.example.org/#%-1",
                "https://app.example.org/%\uff14\uff11",
                "https://app.example.org/" + "a".repeat(2025),
                "https://app.example.org/" + "\u00e9".repeat(500));
    }

    private static List<String> numbers() {
        return List.of(
                "https://[::1]/",
                "https://[::ffff:192.0.2.7]/",
                "https://[::ffff:c000:207]/",
                "https://[fe80::1%25eth0]/",
                "https://[app.example.org]/",
                "https://[::1]@app.example.org/",
                "https://app.example.org[::1]/",
                "https://::1/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://017700000001/",
                "https://3221225991/",
                "https://0xc0000207/",
                "https://192.0.519/",
                "https://192.0.2.07/",
                "https://192.0.2.0x7/",
                "https://192.0.2.7./",
                "https://192.0.2.7.1/",
                "https://192.0.2.8/",
                "https://1.192.0.2.7/",
                "https://0/",
                "https://0.0.0.0/",
                "https://169.254.169.254/latest/");
    }

    private static List<String> letters() {
        return List.of(
                "https://\u0430pp.example.org/",
                "https://xn--pp-6kc.example.org/",
                "https://app.ex\u0430mple.org/",
                "https://\u00e4pp.example.org/",
                "https://app.example.\u00f6rg/",
                "https://app.example.org\u3002evil.example/",
                "https://app.example.org\uff0eevil.example/",
                "https://app.example.org\uff61evil.example/",
                "https://app.example.org\u2024evil.example/",
                "https://app.example.org\u3002/",
                "https://app.example.org\uff0fevil.example/",
                "https://app.example.org\u2044evil.example/",
                "https://app.example.org\u2215evil.example/",
                "https://evil.example\uff0f.wild.example.org/",
                "https://evil.example\uff1f.wild.example.org/",
                "https://evil.example\uff03.wild.example.org/",
                "https://evil.example\uff1a443.wild.example.org/",
                "https://evil.example\uff3c.wild.example.org/",
                "https://evil.c\u2100.wild.example.org/",
                "https://evil.c\u2105.wild.example.org/",
                "https://app\u00df.wild.example.org/",
                "https://app\u200d.wild.example.org/",
                "https://a\u00adpp.example.org/",
                "https://ap\u0301p.example.org/",
                "https://app.example.org\ud83d\ude00/",
                "\uff48ttps://app.example.org/",
                "https\uff1a//app.example.org/",
                "https:\uff0f\uff0fapp.example.org/",
                "https:\u2215\u2215app.example.org/");
    }
}
