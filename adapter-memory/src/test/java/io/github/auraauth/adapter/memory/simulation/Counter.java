package io.github.auraauth.adapter.memory.simulation;

import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A port for the tests of the simulation. */
interface Counter {
    int read(Deadline deadline);

    void write(int value, Deadline deadline);

    int increment(Deadline deadline);

    Optional<String> look(Deadline deadline);

    /** Has neither a result nor a deadline. */
    void append(String line);

    /** One whose every call is atomic. */
    final class InMemory implements Counter {
        private final List<String> lines = new ArrayList<>();
        private int value;

        int value() {
            return value;
        }

        List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public int read(Deadline deadline) {
            return value;
        }

        @Override
        public void write(int written, Deadline deadline) {
            value = written;
        }

        @Override
        public int increment(Deadline deadline) {
            return ++value;
        }

        @Override
        public Optional<String> look(Deadline deadline) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
        }

        @Override
        public void append(String line) {
            lines.add(line);
        }
    }
}
