/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import java.time.Duration;

/**
 * What a start took.
 *
 * @param ready until it said that it is ready
 * @param cpu until then
 * @param resident bytes of memory then
 */
public record Started(Duration ready, Duration cpu, long resident) {

    static Started of(Part part, long beganNanos) {
        Duration ready = Duration.ofNanos(System.nanoTime() - beganNanos);
        return new Started(ready, part.cpu(), part.resident());
    }
}
