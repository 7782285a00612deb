/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.web.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign does, and how carefully.
 *
 * @param name for people
 * @param request what each station gets
 * @param waves how many stations are in the first wave, the second and so on; the last size repeats
 * @param maxFailureRate the campaign halts when more of the stations of the waves that have begun
 *     fail: 0 to 1, null to go on whatever happens
 * @param options of each command
 * @param nextWaveAfter after this time the next wave begins although stations of the one before owe
 *     their outcome; null waits for all of them
 */
public record CampaignPlan(
        @Nullable String name,
        Request<?> request,
        List<Integer> waves,
        @Nullable BigDecimal maxFailureRate,
        CommandOptions options,
        @Nullable Duration nextWaveAfter) {

    private static final int MAX_NAME = 100;
    private static final int MAX_WAVES = 100;

    public CampaignPlan {
        waves = List.copyOf(waves);
        if (name != null && (name.isBlank() || name.length() > MAX_NAME)) {
            throw Problem.badRequest("name", "has 1 to " + MAX_NAME + " characters");
        }
        if (waves.isEmpty()
                || waves.size() > MAX_WAVES
                || waves.stream().anyMatch(size -> size < 1)) {
            throw Problem.badRequest("waves", "has 1 to 100 sizes of 1 or more");
        }
        if (maxFailureRate != null
                && (maxFailureRate.signum() < 0 || maxFailureRate.compareTo(BigDecimal.ONE) > 0)) {
            throw Problem.badRequest("maxFailureRate", "is between 0 and 1");
        }
        if (nextWaveAfter != null
                && (!nextWaveAfter.isPositive()
                        || nextWaveAfter.compareTo(CommandOptions.LONGEST_DEADLINE) > 0)) {
            throw Problem.badRequest(
                    "nextWaveAfter",
                    "is more than PT0S and at most " + CommandOptions.LONGEST_DEADLINE);
        }
    }

    /** The wave of each of so many stations, counted from 1. */
    Integer[] wavesOf(int stations) {
        Integer[] result = new Integer[stations];
        int wave = 1;
        int left = waves.getFirst();
        for (int i = 0; i < stations; i++) {
            if (left == 0) {
                wave++;
                left = waves.get(Math.min(wave, waves.size()) - 1);
            }
            left--;
            result[i] = wave;
        }
        return result;
    }
}
