package io.github.auraauth.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auraauth.domain.vectors.Fuzzing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever we accept, Jackson at its strictest accepts with the same meaning; our own texts are always accepted. */
class FlatJsonFuzzTest {
    private static final String[] PIECES = {
        "\"", "\\", "{", "}", "[", "]", ":", ",", "0", "9", "-", ".", "e", "null", "true", " ", "\n", "\u0000",
        "\\u0061", "\\ud83d", "\\ude80", "\\n", "\"a\":", "\"\"", "ñ", "🚀", "\ufeff", "é", "//"
    };
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private long accepted;

    @Test
    void read_mutatedObjects_agreesWithJackson() {
        long rounds = Fuzzing.rounds("FlatJsonFuzzTest", this::round);
        assertThat(accepted).as("accepted mutants, else this test says nothing").isGreaterThan(rounds / 50);
    }

    private void round(Random random) {
        FlatObject object = object(random);
        byte[] json = FlatJsonWriter.write(object).getBytes(StandardCharsets.UTF_8);
        assertThat(FlatJsonReader.read(json)).contains(object);
        byte[] mutant = mutant(json, random);
        Optional<FlatObject> read = FlatJsonReader.read(mutant);
        if (read.isPresent()) {
            accepted++;
            assertThat(jackson(mutant))
                    .as(new String(mutant, StandardCharsets.UTF_8))
                    .contains(plain(read.get()));
        }
    }

    private static FlatObject object(Random random) {
        Map<String, FlatValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(
                    text(random),
                    switch (random.nextInt(3)) {
                        case 0 -> new FlatValue.Text(text(random));
                        case 1 ->
                            new FlatValue.Whole(random.nextLong(FlatValue.Whole.LARGEST + 1) >> random.nextInt(50));
                        default -> new FlatValue.TextList(texts(random));
                    });
        }
        return new FlatObject(members);
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.add(text(random));
        }
        return texts;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append("🚀");
                case 1 -> text.append((char) random.nextInt(0x800));
                default -> text.append((char) ('a' + random.nextInt(3)));
            }
        }
        return text.toString();
    }

    /** Up to three changes: a byte flipped, dropped or doubled, or a piece of JSON put in. */
    private static byte[] mutant(byte[] json, Random random) {
        byte[] mutant = json;
        for (int changes = 1 + random.nextInt(3); changes > 0 && mutant.length > 0; changes--) {
            int at = random.nextInt(mutant.length);
            mutant = switch (random.nextInt(4)) {
                case 0 -> spliced(mutant, at, new byte[] {(byte) (mutant[at] ^ 1 << random.nextInt(8))}, at + 1);
                case 1 -> spliced(mutant, at, new byte[0], at + 1);
                case 2 -> spliced(mutant, at, new byte[0], Math.max(0, at - random.nextInt(8)));
                default -> {
                    byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
                    yield spliced(mutant, at, piece, at);
                }
            };
        }
        return mutant;
    }

    private static byte[] spliced(byte[] bytes, int to, byte[] piece, int from) {
        byte[] joined = new byte[to + piece.length + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, to);
        System.arraycopy(piece, 0, joined, to, piece.length);
        System.arraycopy(bytes, from, joined, to + piece.length, bytes.length - from);
        return joined;
    }

    private static Optional<Map<String, Object>> jackson(byte[] json) {
        try {
            Map<String, Object> members = new LinkedHashMap<>();
            JsonNode object = STRICT.readTree(json);
            object.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return object.isObject() ? Optional.of(members) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Object plain(JsonNode value) {
        if (value.isArray()) {
            List<Object> values = new ArrayList<>();
            value.forEach(entry -> values.add(plain(entry)));
            return values;
        }
        return value.isTextual() ? value.textValue() : value.numberValue().longValue();
    }

    private static Map<String, Object> plain(FlatObject object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.members()
                .forEach((name, value) -> members.put(
                        name,
                        value.asText()
                                .<Object>map(text -> text)
                                .or(value::asWhole)
                                .or(value::asTexts)
                                .orElseThrow()));
        return members;
    }
}
