/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

/** A part of the platform that can be killed and started again. */
public interface Victim {

    String name();

    /** SIGKILL; nothing of it runs any more when this returns. */
    void kill();

    /** Starts it again on its data; returns when it says that it is ready. */
    void restart();
}
