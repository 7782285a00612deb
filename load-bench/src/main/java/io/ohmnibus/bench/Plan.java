/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench;

import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.bench.report.Result;
import io.ohmnibus.bench.scenario.Calls;
import io.ohmnibus.bench.scenario.Commands;
import io.ohmnibus.bench.scenario.Idle;
import io.ohmnibus.bench.scenario.Names;
import io.ohmnibus.bench.scenario.Scenario;
import io.ohmnibus.bench.scenario.Soak;
import io.ohmnibus.bench.scenario.Starts;
import io.ohmnibus.bench.scenario.Storm;
import io.ohmnibus.bench.scenario.World;
import io.ohmnibus.bench.yardstick.Inserts;
import io.ohmnibus.bench.yardstick.KafkaEcho;
import io.ohmnibus.bench.yardstick.WebSocketEcho;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one run measures.
 *
 * @param stations how many there are in each closed loop
 * @param idle connections
 * @param storm stations that connect at once
 * @param only the names of what is wanted; all when empty
 */
record Plan(List<Integer> stations, int idle, int storm, Set<String> only) {

    private static final int ECHO = 500;
    private static final int COMMANDED = 500;
    private static final int OPEN_RATE = 2000;
    private static final String YARDSTICKS = "yardsticks";
    private static final String HEARTBEATS = "heartbeats";
    private static final String AUTHORIZES = "authorizes";
    private static final String EVENTS = "events";
    private static final String SESSIONS = "sessions";
    private static final String COMMANDS = "commands";
    private static final String STORM_NAME = "storm";
    private static final String TLS_STORM = "storm-tls";
    private static final String IDLE_NAME = "idle";
    private static final String START = "start";
    private static final String SOAK = "soak";

    static final List<String> NAMES =
            List.of(
                    YARDSTICKS,
                    START,
                    STORM_NAME,
                    TLS_STORM,
                    EVENTS,
                    AUTHORIZES,
                    HEARTBEATS,
                    SESSIONS,
                    COMMANDS,
                    IDLE_NAME,
                    SOAK);

    /** For the help. */
    static final class Choices implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }

    /** By name, in the order of the run. */
    Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put(EVENTS, calls(Names.TRANSACTION_EVENTS, OPEN_RATE));
        all.put(AUTHORIZES, calls(Names.AUTHORIZES, 0));
        all.put(HEARTBEATS, calls(Names.HEARTBEATS, 0));
        all.put(SESSIONS, calls(Names.SESSIONS, 0));
        all.put(COMMANDS, new Commands(COMMANDED, List.of(1, 64)));
        all.put(STORM_NAME, new Storm(storm, false));
        all.put(TLS_STORM, new Storm(storm, true));
        all.put(IDLE_NAME, new Idle(idle));
        all.put(SOAK, new Soak(stations.getLast()));
        all.keySet().removeIf(name -> !isWanted(name));
        return all;
    }

    private Calls calls(String name, int openRate) {
        return new Calls(
                name,
                switch (name) {
                    case Names.TRANSACTION_EVENTS -> Traffics::transactionEvents;
                    case Names.AUTHORIZES -> Traffics::authorizes;
                    case Names.HEARTBEATS -> Traffics::heartbeats;
                    default -> Traffics::sessions;
                },
                stations,
                openRate);
    }

    int mostStations() {
        int most = Collections.max(stations);
        most = isWanted(COMMANDS) ? Math.max(most, COMMANDED) : most;
        most = isWanted(STORM_NAME) ? Math.max(most, storm) : most;
        return isWanted(IDLE_NAME) ? Math.max(most, idle) : most;
    }

    /** A soak run is for those who ask for one. */
    private boolean isWanted(String name) {
        return only.isEmpty() ? !name.equals(SOAK) : only.contains(name);
    }

    boolean isYardsticksOnly() {
        return only.equals(Set.of(YARDSTICKS));
    }

    /** Measures how long processes take to be ready. */
    List<Result> starts(Path data, Duration charging, boolean services, Consumer<String> progress) {
        List<Result> results = new ArrayList<>();
        if (isWanted(START)) {
            Starts starts = new Starts(data.resolve("starts"), charging, progress);
            if (services) {
                results.addAll(starts.services());
            }
            results.addAll(starts.allInOne());
        }
        return results;
    }

    /** Measures what this machine can do at best. */
    List<Result> yardsticks(
            Path data, Duration warmUp, Duration measure, Consumer<String> progress) {
        List<Result> results = new ArrayList<>();
        if (isWanted(YARDSTICKS)) {
            progress.accept(Names.WEBSOCKET_ECHO);
            results.add(
                    result(
                            Names.WEBSOCKET_ECHO,
                            Names.closed(ECHO),
                            WebSocketEcho.measure(ECHO, warmUp, measure)));
            progress.accept(Names.KAFKA_ECHO);
            results.add(
                    result(
                            Names.KAFKA_ECHO,
                            Names.closed(ECHO),
                            KafkaEcho.measure(data.resolve("echo"), ECHO, warmUp, measure)));
            progress.accept(Names.INSERTS);
            results.add(
                    result(
                            Names.INSERTS,
                            "10 connections",
                            Inserts.measure(data.resolve("inserts"), warmUp, measure)));
        }
        return results;
    }

    private static Result result(String name, String load, Measured measured) {
        return new Result(name, load, World.figures(measured), 0, null);
    }
}
