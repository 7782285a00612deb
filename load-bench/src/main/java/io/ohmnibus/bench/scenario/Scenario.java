/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.report.Result;
import java.util.List;

/** Something that is measured on a running platform; leaves no connection open. */
@FunctionalInterface
public interface Scenario {

    List<Result> run(World world);
}
