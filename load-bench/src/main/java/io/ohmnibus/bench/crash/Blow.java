/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import java.util.List;

/**
 * One blow against the platform.
 *
 * @param victims what was killed at that moment
 * @param atMillis since the beginning
 * @param downMillis until the start began
 * @param readyMillis from there until all of it said that it is ready
 */
record Blow(List<String> victims, long atMillis, long downMillis, long readyMillis) {}
