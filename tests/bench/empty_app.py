"""The least that Streamlit can show: the floor of a cold start."""

import streamlit as st

st.button("leeg")
