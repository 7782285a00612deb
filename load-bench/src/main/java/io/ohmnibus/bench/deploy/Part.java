/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One or several processes that count as one in the report.
 *
 * @param jvms the process ids of those that are JVMs
 * @param processes all of them; asked again each time, for PostgreSQL starts and ends some
 */
public record Part(String name, List<Long> jvms, Supplier<List<ProcessHandle>> processes) {

    /** Linux counts in hundredths of a second, on every machine that this runs on. */
    private static final long TICK_MILLIS = 10;

    private static final Pattern WORDS = Pattern.compile(" +");
    private static final int USER_TIME = 11;

    /** The system cuts names of threads off. */
    private static final String COMPILER = " CompilerThre)";

    private static final int PAGES_RESIDENT = 1;
    private static final long PAGE = 4096;
    private static final long KIBI = 1024;

    static Part jvms(String name, List<Long> pids) {
        return new Part(
                name,
                pids,
                () -> pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList());
    }

    /** CPU time since the start, of ended children too. */
    public Duration cpu() {
        return Duration.ofMillis(
                processes.get().stream().mapToLong(Part::ticks).sum() * TICK_MILLIS);
    }

    /** CPU time of its JVMs' compilers; less than before when one of their threads has ended. */
    public Duration compilers() {
        return Duration.ofMillis(
                jvms.stream().flatMap(Part::compilerThreads).mapToLong(Part::ticks).sum()
                        * TICK_MILLIS);
    }

    /** What the system knows of each thread that compiles. */
    private static Stream<String> compilerThreads(long pid) {
        String[] threads = Path.of("/proc", Long.toString(pid), "task").toFile().list();
        return threads == null
                ? Stream.empty()
                : Arrays.stream(threads)
                        .map(thread -> read(pid, "task/" + thread + "/stat"))
                        .filter(stat -> stat.contains(COMPILER));
    }

    private static long ticks(ProcessHandle process) {
        return ticks(read(process.pid(), "stat"));
    }

    private static long ticks(String stat) {
        if (stat.isEmpty()) {
            return 0;
        }
        // The name of the command, in parentheses, may hold spaces.
        String[] fields = WORDS.split(stat.substring(stat.lastIndexOf(')') + 2), -1);
        long sum = 0;
        for (int i = USER_TIME; i < USER_TIME + 4; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    /** Resident memory in bytes; of several processes each one's share of what they share. */
    public long resident() {
        List<ProcessHandle> all = processes.get();
        return all.stream().mapToLong(process -> resident(process, all.size() > 1)).sum();
    }

    private static long resident(ProcessHandle process, boolean shares) {
        if (!shares) {
            String pages = read(process.pid(), "statm");
            return pages.isEmpty()
                    ? 0
                    : Long.parseLong(WORDS.split(pages, -1)[PAGES_RESIDENT]) * PAGE;
        }
        return read(process.pid(), "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(WORDS.split(line, -1)[1]) * KIBI)
                .sum();
    }

    /** Bytes that its JVMs have ever allocated on their heaps. */
    public long allocated() {
        return jvms.stream().mapToLong(Jvm::allocated).sum();
    }

    /** Bytes of live objects of its JVMs by class, after a full collection. */
    public Map<String, Long> liveObjects() {
        Map<String, Long> all = new HashMap<>();
        jvms.forEach(pid ->
                Jvm.liveObjects(pid).forEach((type, bytes) -> all.merge(type, bytes, Long::sum)));
        return all;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file)).strip();
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException e) {
            if (e.getMessage() != null && e.getMessage().contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
