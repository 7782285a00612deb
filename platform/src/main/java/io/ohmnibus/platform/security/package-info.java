/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Who may do what: tokens are checked, roles become permissions in one place ({@link
 * io.ohmnibus.platform.security.Permissions}), and everything that is not explicitly open is
 * closed. Also the passwords of stations.
 */
@NullMarked
package io.ohmnibus.platform.security;

import org.jspecify.annotations.NullMarked;
