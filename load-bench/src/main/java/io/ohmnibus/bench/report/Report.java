/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All results of one run.
 *
 * @param commit of the code; empty outside a repository
 * @param time when it began, ISO 8601
 * @param machine processors, memory and Java
 * @param deployment how the platform ran
 */
public record Report(
        String commit, String time, String machine, String deployment, List<Result> results) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Reads what {@link #write} has written. */
    public static Report read(Path file) {
        return JSON.readValue(file, Report.class);
    }

    /** The raw numbers. */
    public void write(Path file) {
        JSON.writeValue(file, this);
    }

    Optional<Result> find(String scenario, String load) {
        return results.stream()
                .filter(result -> result.scenario().equals(scenario))
                .filter(result -> result.load().equals(load))
                .findFirst();
    }
}
