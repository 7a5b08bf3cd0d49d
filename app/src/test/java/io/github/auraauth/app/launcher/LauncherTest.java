package io.github.auraauth.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./aura} with a Java and a Maven that only say how they were called. */
class LauncherTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path temporary;

    private final Map<String, String> environment = new HashMap<>();
    private Path house;
    private Path tools;

    @BeforeEach
    void build() throws IOException {
        house = Files.createDirectories(temporary.resolve("a house with spaces"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool : List.of("bash", "env", "cat", "dirname", "readlink", "sed", "find", "touch", "mkdir")) {
            Files.createSymbolicLink(tools.resolve(tool), installed(tool));
        }
        Path aura = Files.copy(checkout().resolve("aura"), house.resolve("aura"));
        Files.setPosixFilePermissions(aura, PosixFilePermissions.fromString("rwxr-xr-x"));
        source("app/src/main/java/A.java");
        source("pom.xml");
        java("17");
        maven("3.8.7");
    }

    @Test
    void run_jarMissing_buildsAndStarts() throws Exception {
        Called called = aura("run", "--print-sample");

        assertThat(called.status).as(called.err).isZero();
        assertThat(called.out)
                .contains("mvn -B", "package", "-jar " + house + "/app/target/aura-auth.jar run --print-sample");
        assertThat(called.out).contains("-Daura.home=" + house).doesNotContain("aura.terminal");
    }

    @Test
    void run_jarNewerThanItsSources_startsAtOnce() throws Exception {
        jar(NOW.plusSeconds(1));

        assertThat(aura("run").out).doesNotContain("mvn").contains("aura-auth.jar run");
    }

    @Test
    void run_classesArchivedByThisJvm_startsWithThem() throws Exception {
        jar(NOW.plusSeconds(1));
        Path target = house.resolve("app/target");
        Files.createFile(target.resolve("classes-of-another.archive"));
        assertThat(aura("run").out).doesNotContain("SharedArchiveFile", "AOTCache");
        Files.createFile(target.resolve("classes-17.0.1+2.archive"));
        assertThat(aura("run").out).contains("-XX:SharedArchiveFile=" + target.resolve("classes-17.0.1+2.archive"));
        java("25");
        Files.createFile(target.resolve("classes-25.0.1+2.archive"));
        assertThat(aura("run").out).contains("-XX:AOTCache=" + target.resolve("classes-25.0.1+2.archive"));
    }

    @Test
    void run_embeddedStore_limitsTheHeapByTheSizeOfItsFiles() throws Exception {
        jar(NOW.plusSeconds(1));
        Path data = Files.createDirectories(temporary.resolve("data"));

        assertThat(aura("run").out).contains("-Xmx2048m");
        try (RandomAccessFile file =
                new RandomAccessFile(data.resolve("store.journal.1").toFile(), "rw")) {
            file.setLength(400L << 20);
        }
        assertThat(aura("run").out).contains("-Xmx2512m");
        assertThat(aura("apikey", "list").out).doesNotContain("-Xmx");
    }

    /** On a machine with one processor, or little memory, the JVM's own choice would not look at the longest pause. */
    @Test
    void run_onAnyMachine_takesTheCollectorOfShortPauses_orTheOperators() throws Exception {
        jar(NOW.plusSeconds(1));

        assertThat(aura("run").out).contains(" -XX:+UseG1GC -XX:MaxGCPauseMillis=50 ");
        environment.put("JAVA_OPTS", "-Xmx2g -XX:+UseZGC");
        assertThat(aura("run").out).contains("-Xmx2g -XX:+UseZGC").doesNotContain("UseG1GC");
        assertThat(aura("apikey", "list").out).contains("-Xmx2g -XX:+UseZGC").doesNotContain("UseG1GC", "UseSerialGC");
    }

    @Test
    void run_sourceNewerThanTheJar_buildsAgain() throws Exception {
        jar(NOW.minusSeconds(1));

        assertThat(aura("run").out).contains("mvn -B");
    }

    @Test
    void run_sourceNewerThanTheJarButNothingToBuildWith_servesTheJarAndSaysSo() throws Exception {
        jar(NOW.minusSeconds(1));
        for (String tool : List.of("mvn", "javac")) {
            Files.delete(tools.resolve(tool));
            Called called = aura("run");

            assertThat(called.status).as(tool).isZero();
            assertThat(called.out).doesNotContain("mvn -B").contains("aura-auth.jar run");
            assertThat(called.err).contains("taking the jar as it is");
            maven("3.8.7");
        }
    }

    @Test
    void build_nothingThereOnDebianAsRoot_installsItAndSaysSo() throws Exception {
        debian("0");

        Called called = aura("build");

        assertThat(called.status).as(called.err).isZero();
        assertThat(called.err)
                .contains("no Java found; installing openjdk-17-jdk-headless", "no Maven found; installing maven");
        assertThat(called.out).contains("mvn -B");
    }

    @Test
    void build_nothingThereOnDebianAsSomebodyWithoutATerminal_saysWhatToInstall() throws Exception {
        debian("1000");
        Files.copy(temporary.resolve("packages/java"), tools.resolve("java"));
        Files.copy(temporary.resolve("packages/javac"), tools.resolve("javac"));
        script("sudo", "echo called");

        Called called = aura("build");

        assertThat(called.status).isEqualTo(69);
        assertThat(called.err)
                .contains("no Maven found", "apt-get install maven")
                .doesNotContain("called");
    }

    @Test
    void run_signals_reachTheJvm() throws Exception {
        jar(NOW.plusSeconds(1));

        Called called = aura("run");

        assertThat(called.out).contains("pid " + called.pid);
    }

    @Test
    void apikey_argumentsWithSpaces_arriveWhole() throws Exception {
        jar(NOW.plusSeconds(1));

        assertThat(aura("apikey", "inspect", "a b").out).contains("<apikey><inspect><a b>");
    }

    @Test
    void run_noJava_saysHowToGetOne() throws Exception {
        Files.delete(tools.resolve("java"));

        Called called = aura("run");

        assertThat(called.status).isEqualTo(69);
        assertThat(called.err).contains("no Java found", "17 or later");
    }

    @Test
    void run_oldJava_saysHowToGetANewer() throws Exception {
        java("11");

        Called called = aura("run");

        assertThat(called.status).isEqualTo(69);
        assertThat(called.err).contains("Java 11 is too old");
    }

    @Test
    void build_noOrOldMaven_saysHowToGetOne() throws Exception {
        maven("3.6.3");
        assertThat(aura("build").err).contains("Maven 3.6 is too old", "3.8 or later");
        Files.delete(tools.resolve("mvn"));
        Called called = aura("build");

        assertThat(called.status).isEqualTo(69);
        assertThat(called.err).contains("no Maven found");
    }

    @Test
    void build_newMaven_isTaken() throws Exception {
        maven("4.0.0");

        assertThat(aura("build").status).isZero();
    }

    @Test
    void test_plain_verifiesAloud() throws Exception {
        assertThat(aura("test").out)
                .contains("-XX:TieredStopAtLevel=1", "<-B><-ntp><-T><3><verify>")
                .doesNotContain("<-q>");
        assertThat(aura("test", "--nothing").status).isEqualTo(64);
    }

    @Test
    void call_withoutCommand_isUsage() throws Exception {
        Called called = aura();

        assertThat(called.status).isEqualTo(64);
        assertThat(called.out).contains("usage:");
    }

    private record Called(int status, long pid, String out, String err) {}

    private Called aura(String... arguments) throws IOException, InterruptedException {
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(house.resolve("aura").toString()), Stream.of(arguments))
                                .toList())
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("JAVA_.*|MAVEN_.*|AURA_.*"));
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        int status = process.waitFor();
        // what the build says goes to the error stream
        return new Called(status, process.pid(), Files.readString(out) + Files.readString(err), Files.readString(err));
    }

    private void java(String version) throws IOException {
        script("java", """
                case "$*" in *-XshowSettings*)
                  printf '    java.specification.version = %1$s\\n    java.vm.version = %1$s.0.1+2\\n' >&2; exit ;;
                esac
                echo "java $*"
                printf '<%%s>' "${@: -3}"
                echo "pid $$"
                """.formatted(version));
        script("javac", "");
    }

    private void maven(String version) throws IOException {
        script("mvn", """
                if [ "$1" = -v ]; then printf '\\033[1mApache Maven %s\\033[m\\n'; exit; fi
                echo "$MAVEN_OPTS mvn $*"
                printf '<%%s>' "$@"
                mkdir -p app/target && touch app/target/aura-auth.jar
                """.formatted(version));
    }

    /** A Debian of that user's, whose packages are links to tools that lie beside. */
    private void debian(String user) throws IOException {
        java("17");
        maven("3.8.7");
        Path packages = Files.createDirectories(temporary.resolve("packages"));
        for (String tool : List.of("java", "javac", "mvn")) {
            Files.move(tools.resolve(tool), packages.resolve(tool));
        }
        script("id", "echo " + user);
        Files.createSymbolicLink(tools.resolve("ln"), installed("ln"));
        script("apt-get", """
                case "$*" in
                *install*jdk*) ln -s %1$s/java %1$s/javac %2$s ;;
                *install*maven*) ln -s %1$s/mvn %2$s ;;
                esac
                """.formatted(quoted(packages), quoted(tools)));
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    private void script(String name, String body) throws IOException {
        Path script = tools.resolve(name);
        Files.deleteIfExists(script);
        Files.writeString(script, "#!" + tools.resolve("bash") + "\n" + body, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void source(String name) throws IOException {
        Path file = house.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(NOW));
    }

    private void jar(Instant time) throws IOException {
        Path jar = house.resolve("app/target/aura-auth.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    private static Path installed(String tool) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    /** The tests run in the module's folder. */
    private static Path checkout() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
