/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import io.ohmnibus.bench.scenario.Names;
import io.ohmnibus.platform.ocpp.Service;
import java.util.List;
import java.util.Optional;

/**
 * What a machine of two processors should reach, with everything on it, the load included.
 *
 * @param least whether more is better
 */
record Goal(String scenario, String load, String figure, double value, boolean least) {

    private static final int STATIONS = 500;
    private static final double GIBIBYTE = 1073.7;

    static final List<Goal> ALL =
            List.of(
                    atLeast(
                            Names.TRANSACTION_EVENTS,
                            Names.closed(STATIONS),
                            Result.PER_SECOND,
                            6000),
                    atMost(Names.TRANSACTION_EVENTS, Names.closed(STATIONS), Result.CPU, 200),
                    atMost(Names.TRANSACTION_EVENTS, Names.closed(1), Result.P50, 4),
                    atMost(Names.TRANSACTION_EVENTS, Names.open(2000, 2000), Result.P50, 8),
                    atMost(Names.TRANSACTION_EVENTS, Names.open(2000, 2000), Result.P99, 25),
                    atLeast(Names.AUTHORIZES, Names.closed(STATIONS), Result.PER_SECOND, 4000),
                    atLeast(Names.HEARTBEATS, Names.closed(STATIONS), Result.PER_SECOND, 25_000),
                    atLeast(Names.COMMANDS, Names.atOnce(64), Result.PER_SECOND, 800),
                    atMost(Names.COMMANDS, Names.atOnce(64), Result.P99, 50),
                    atMost(Names.STORM, Names.stations(1000), Result.SECONDS, 10),
                    atMost(Names.TLS_STORM, Names.stations(1000), Result.SECONDS, 30),
                    alone(Service.GATEWAY),
                    alone(Service.AUTH),
                    alone(Service.STATION),
                    alone(Service.TRANSACTION),
                    atMost(Names.START, Names.ALL_IN_ONE_AGAIN, Result.SECONDS, 15),
                    atMost(Names.START, Names.ALL_IN_ONE_MEMORY, Result.MEGABYTES, GIBIBYTE),
                    atMost(Names.IDLE, Names.stations(10_000), Result.KILOBYTES, 12));

    /** The part of a yardstick that a figure should reach. */
    record Part(String yardstick, double part) {

        static final List<Part> ALL =
                List.of(new Part(Names.KAFKA_ECHO, 0.35), new Part(Names.WEBSOCKET_ECHO, 0.15));

        /** What part of the yardstick durable TransactionEvents reach. */
        Optional<Double> measured(Report report) {
            return report.find(Names.TRANSACTION_EVENTS, Names.closed(STATIONS))
                    .flatMap(ours ->
                            report.find(yardstick, Names.closed(STATIONS))
                                    .map(whole -> rate(ours) / rate(whole)));
        }

        private static double rate(Result result) {
            return result.figures().getOrDefault(Result.PER_SECOND, 0.0);
        }
    }

    private static Goal alone(Service service) {
        return atMost(Names.START, Names.alone(service, true), Result.SECONDS, 3);
    }

    private static Goal atLeast(String scenario, String load, String figure, double value) {
        return new Goal(scenario, load, figure, value, true);
    }

    private static Goal atMost(String scenario, String load, String figure, double value) {
        return new Goal(scenario, load, figure, value, false);
    }

    Optional<Double> measured(Report report) {
        return report.find(scenario, load).map(result -> result.figures().get(figure));
    }

    boolean isMet(double measured) {
        return least ? measured >= value : measured <= value;
    }
}
