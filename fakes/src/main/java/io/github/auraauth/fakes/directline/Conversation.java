package io.github.auraauth.fakes.directline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One conversation: what was said, numbered, and who listens. Safe for use by many threads. */
final class Conversation {
    private final String id;
    private final InstantSource clock;
    private final List<ObjectNode> activities = new ArrayList<>();
    private final Map<String, Consumer<ObjectNode>> listeners = new LinkedHashMap<>();

    Conversation(String id, InstantSource clock) {
        this.id = id;
        this.clock = clock;
    }

    /** Takes an activity of a user, lets the bot answer a message, and gives the activity's id. */
    synchronized String say(ObjectNode activity) {
        ObjectNode said = add(activity.deepCopy());
        if (said.path("type").asText().equals("message")) {
            add(answer(said));
        }
        return said.path("id").asText();
    }

    /** All activities after that many, and how many there are. */
    synchronized ObjectNode after(int watermark) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ArrayNode later = set.putArray("activities");
        activities.stream().skip(watermark).forEach(later::add);
        return set.put("watermark", Integer.toString(activities.size()));
    }

    /** From now on the listener gets everything after that many activities, what there is at once. */
    synchronized void listen(String name, int watermark, Consumer<ObjectNode> listener) {
        listeners.put(name, listener);
        if (watermark < activities.size()) {
            listener.accept(after(watermark));
        }
    }

    synchronized void leave(String name) {
        listeners.remove(name);
    }

    private ObjectNode add(ObjectNode activity) {
        activity.put("id", "%s|%07d".formatted(id, activities.size()));
        activity.put("timestamp", clock.instant().toString());
        activity.put("channelId", "directline");
        activity.putObject("conversation").put("id", id);
        activities.add(activity);
        ObjectNode news = after(activities.size() - 1);
        listeners.values().forEach(listener -> listener.accept(news));
        return activity;
    }

    private static ObjectNode answer(ObjectNode said) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("type", "message");
        answer.putObject("from").put("id", "echo-bot").put("name", "Echo bot").put("role", "bot");
        answer.put("text", "You said: " + said.path("text").asText());
        answer.put("replyToId", said.path("id").asText());
        return answer;
    }
}
