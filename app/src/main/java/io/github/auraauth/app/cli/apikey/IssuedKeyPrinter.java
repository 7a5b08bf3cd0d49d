package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints a key that was just made: the only time that anybody sees it. */
public final class IssuedKeyPrinter {
    private IssuedKeyPrinter() {}

    /** @param more members beside {@code apiKey}, {@code format} and {@code model} */
    public static void print(ProcessContext context, IssuedApiKey issued, boolean json, Map<String, ?> more) {
        String text = issued.text().revealText();
        if (!json) {
            context.out().println(text);
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("apiKey", text);
        answer.put("format", ApiKeyView.format(issued.format()));
        answer.put("model", ApiKeyView.model(issued.model()));
        answer.putAll(more);
        context.out().println(JsonPrinter.line(answer));
    }
}
