"""The Bot Framework: activities in over HTTP, replies out. The only importer of botbuilder.

request ─▶ endpoint ─▶ authentication ─▶ incoming ─▶ turns ─▶ (handler, invokes) ─▶ delivery ─▶ connector
"""
