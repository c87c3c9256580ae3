"""Start the product: as a server (`streamlit run app.py`) and as the script it shows."""

from pathlib import Path

import streamlit as st

if __name__ == "__main__":
    from casusanalyse.ui.navigation import show

    show()
else:
    from casusanalyse.settings import read_settings
    from casusanalyse.ui.session import onlooker
    from casusanalyse.ui.trouble import report_trouble
    from casusanalyse.ui.warmth import warm_up
    from casusanalyse.web import server

    FIRST_PAGE = Path(st.__file__).parent / "static" / "index.html"
    GATEWAY = read_settings().behind_gateway
    app: st.App = st.App(
        __file__,
        routes=server.routes(onlooker, guarded_elsewhere=GATEWAY),
        middleware=server.middleware(FIRST_PAGE, onlooker, guarded_elsewhere=GATEWAY),
        lifespan=server.warmed_up(warm_up),
        on_script_error=report_trouble,
    )
