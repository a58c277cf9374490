"""The Bot Framework: activities in over HTTP, replies out. The only importer of botbuilder.

request ─▶ endpoint ─▶ incoming ─▶ authentication ─▶ turns ─▶ (handler) ─▶ delivery ─▶ connector
"""
