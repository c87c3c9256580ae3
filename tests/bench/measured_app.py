"""The product as it is, with a stopwatch around every run and an empty page beside it.

The benches put a copy beside a link to `pages/`: the empty page is then served by the same
process, with the same middleware and the same settings as the screens it is compared with.
"""

from pathlib import Path

import streamlit as st

from tests.bench.stopwatch import stopwatch_routes, timed

if __name__ == "__main__":
    with timed():
        if "leeg" in st.query_params:
            st.button("leeg", key="empty")
            st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
            st.write(f"run {st.session_state['clicks']}")
        else:
            from casusanalyse.ui.navigation import show

            show()
else:
    from casusanalyse.ui.session import onlooker
    from casusanalyse.ui.warmth import warm_up
    from casusanalyse.web import server

    FIRST_PAGE = Path(st.__file__).parent / "static" / "index.html"
    app: st.App = st.App(
        __file__,
        routes=[*server.routes(onlooker), *stopwatch_routes()],
        middleware=server.middleware(FIRST_PAGE, onlooker),
        lifespan=server.warmed_up(warm_up),
    )
