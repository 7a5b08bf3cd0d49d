package io.github.auraauth.app.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The picture of our modules in README: {@code a <- b | c} says that b and c depend on a. A line that begins with an arrow
 * goes on from what stands before the arrow above it.
 *
 * @param needed for each module those that an arrow leads to
 */
record ModuleArrows(SortedMap<String, Set<String>> needed) {
    private static final String FENCE = "```";
    private static final Pattern PART = Pattern.compile("<-|[a-z]+(?:-[a-z]+)*");
    private static final String ARROW = "<-";

    /** Reads the first block of code that has an arrow in it. */
    static ModuleArrows of(String readme) {
        List<String> picture = blocks(readme).stream()
                .filter(block -> block.stream().anyMatch(line -> line.contains(ARROW)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no picture of modules"));
        ModuleArrows arrows = new ModuleArrows(new TreeMap<>());
        Map<Integer, List<String>> beforeArrowAt = new TreeMap<>();
        picture.forEach(line -> arrows.read(line, beforeArrowAt));
        return arrows;
    }

    private static List<List<String>> blocks(String readme) {
        List<List<String>> blocks = new ArrayList<>();
        boolean inside = false;
        for (String line : readme.lines().toList()) {
            if (line.startsWith(FENCE)) {
                inside = !inside;
                blocks.add(new ArrayList<>());
            } else if (inside) {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        return blocks;
    }

    /** The modules that it may see: where an arrow leads, and on from there. */
    Set<String> visibleTo(String module) {
        Set<String> visible = new HashSet<>();
        for (String direct : needed.getOrDefault(module, Set.of())) {
            visible.add(direct);
            visible.addAll(visibleTo(direct));
        }
        return visible;
    }

    /** Names side by side are one group where a bar is between them, else the first of them begins another chain. */
    private void read(String line, Map<Integer, List<String>> beforeArrowAt) {
        List<String> from = List.of();
        List<String> group = new ArrayList<>();
        int end = 0;
        for (MatchResult part : (Iterable<MatchResult>) parts(line)::iterator) {
            if (part.group().equals(ARROW)) {
                from = group.isEmpty() ? beforeArrowAt.getOrDefault(part.start(), List.of()) : List.copyOf(group);
                beforeArrowAt.put(part.start(), from);
                group = new ArrayList<>();
            } else {
                if (!group.isEmpty() && !line.substring(end, part.start()).contains("|")) {
                    from = List.of();
                    group = new ArrayList<>();
                }
                group.add(part.group());
                needed.computeIfAbsent(part.group(), name -> new HashSet<>()).addAll(from);
            }
            end = part.end();
        }
    }

    private static Stream<MatchResult> parts(String line) {
        return PART.matcher(line).results();
    }
}
